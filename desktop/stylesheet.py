"""The application's style sheet; @names are colours of `theme.Colors`.

Lines of text are at least 18 px high, as Chinese ones are: so everything keeps its place and its
size when the language changes.
"""

STYLE_SHEET = """
QMainWindow, QDialog { background: @window; }
QMainWindow::separator { background: transparent; width: 8px; height: 8px; }
QMainWindow::separator:hover { background: @line; }
QToolTip { background: @surface; color: @ink; border: 1px solid @line; padding: 4px 8px; }

QMenuBar { background: @window; color: @ink; padding: 4px 0 0 0; min-height: 18px; }
QMenuBar::item { padding: 4px 12px; border-radius: 6px; background: transparent; }
QMenuBar::item:selected { background: @hover; }
QMenu { background: @surface; color: @ink; border: 1px solid @line; padding: 6px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 6px; }
QMenu::icon { padding-left: 8px; }
QMenu::icon:checked { background: @accent_soft; border-radius: 4px; }
QMenu::item:selected { background: @accent_soft; }
QMenu::item:disabled { color: @muted; }
QMenu#categories { menu-scrollable: 0; }
QMenu#categories::item { padding-top: 4px; padding-bottom: 4px; }
QMenu::separator { height: 1px; background: @line; margin: 6px 8px; }

QToolBar { background: @window; border: none; padding: 0 0 8px 0; spacing: 4px; }
QToolBar::separator { background: @line; width: 1px; margin: 8px 8px; }
QStatusBar { background: @window; color: @muted; }
QStatusBar::item { border: none; }

#gallery { background: @surface; border: 1px solid @line; }
#board { background: @surface; border: 1px solid @line; border-radius: 10px; }
QTextBrowser, QListWidget, QListView { background: @surface; color: @ink;
    border: 1px solid @line; border-radius: 10px; padding: 4px; }
QTextBrowser:focus, QListWidget:focus { border-color: @accent; }
QListWidget { outline: none; }
QListWidget::item { padding: 7px 10px; border-radius: 6px; }
QListWidget::item:selected { background: @accent_soft; color: @ink; }
QListWidget::item:hover:!selected { background: @hover; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QTabBar { qproperty-drawBase: 0; outline: none; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; }
QCheckBox { color: @ink; spacing: 8px; padding: 4px 0; }
QCheckBox::indicator { width: 16px; height: 16px; border: 1px solid @muted; border-radius: 5px;
    background: @page; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent;
    image: url("@checked"); }
QCheckBox::indicator:focus { width: 14px; height: 14px; border: 2px solid @accent; }
QCheckBox::indicator:checked:focus { border-color: @ink; }
QCheckBox:disabled { color: @faint; }

#palette { background: @surface; border: 1px solid @line; }
#paletteField { font-size: 15px; min-height: 28px; }
#paletteList { background: transparent; border: none; outline: none; padding: 0; }
#paletteReason { background: @accent_soft; border-radius: 6px; padding: 8px 12px; }
#tourCard { background: @surface; border: 1px solid @line; border-radius: 12px; }
#tourTitle { font-size: 19px; font-weight: 600; }
#question { font-size: 16px; font-weight: 600; }
#toast { background: @ink; color: @page; border-radius: 10px; padding: 8px 20px; }

QDockWidget { color: @muted; }
#panelTitle { color: @muted; font-weight: 600; letter-spacing: 1.5px; }
#panelBar { background: @surface; border: 1px solid @line; border-bottom: none;
    border-top-left-radius: 10px; border-top-right-radius: 10px; }
#panelBody { background: @surface; border: 1px solid @line; border-top: none;
    border-bottom-left-radius: 10px; border-bottom-right-radius: 10px; }
QTabBar::tab { background: transparent; color: @muted; padding: 6px 14px; min-height: 17px;
    border: none; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: @ink; border-bottom: 2px solid @accent; }
QTabBar::tab:hover:!selected { color: @ink; border-bottom: 2px solid @line; }
QTabBar::tab:focus { background: @accent_soft; border-top-left-radius: 6px;
    border-top-right-radius: 6px; }

QLabel { color: @ink; }
QLabel[quiet="true"] { color: @muted; min-height: 18px; }
QLabel:disabled { color: @faint; }
QLabel#sight { font-weight: 600; min-height: 18px; }
QLabel#sign { color: @muted; font-size: 18px; }
QLabel#wordmark { color: @ink; font-weight: 600; letter-spacing: 1px; }

QToolButton { color: @ink; background: transparent; border: 1px solid transparent;
    border-radius: 8px; padding: 5px; }
QToolButton:hover { background: @hover; }
QToolButton:pressed { background: @line; }
QToolButton:checked { background: @accent_soft; }
QToolButton:checked:disabled { background: @hover; }
QToolButton:focus { border-color: @accent; }
QToolButton:disabled { color: @faint; }
QToolButton[mode="true"] { padding: 5px 2px; }
QToolButton[legend="true"] { padding: 1px 3px 1px 3px; border-radius: 6px; }
QToolButton#sign { color: @muted; font-size: 18px; padding: 2px 0; border-radius: 6px; }
QToolButton#sign:focus { border-color: @accent; }
QToolButton#place { border: 1px dashed @faint; border-radius: 6px; padding: 6px 0;
    color: @muted; }
QToolButton#place:focus { border-color: @accent; }
QToolButton#picker { background: @page; border-color: @faint; padding: 4px 18px 4px 1px; }
QToolButton#picker:hover { background: @hover; }
QToolButton#picker:focus { border-color: @accent; }
QToolButton#picker:disabled { background: transparent; border-color: @line; }
#wayBar { background: @page; border: 1px solid @line; border-radius: 8px; }
QToolButton#toInk { background: @page; border-color: @line; padding: 1px 6px; min-height: 18px; }
QToolButton#toInk:hover { background: @hover; }
QToolButton#toInk:focus { border-color: @accent; }
QToolButton::menu-indicator { image: none; }
QToolButton#picker::menu-indicator { image: url("@icons/arrow-down.svg"); width: 14px;
    height: 14px; subcontrol-origin: padding; subcontrol-position: right center; right: 5px; }
QToolButton#modelButton { padding-right: 22px; }
QToolButton#modelButton::menu-indicator { image: url("@icons/arrow-down.svg"); width: 14px;
    height: 14px; subcontrol-origin: padding; subcontrol-position: right center; right: 5px; }

QPushButton { color: @ink; background: @page; border: 1px solid @line; border-radius: 8px;
    padding: 5px 14px; min-height: 18px; outline: none; }
QPushButton:hover { background: @hover; }
QPushButton:pressed { background: @line; }
QPushButton:focus { border-color: @accent; }
QPushButton:disabled { color: @faint; background: transparent; }
QPushButton[primary="true"] { background: @accent; color: @on_accent; border-color: @accent;
    font-weight: 600; }
QPushButton[primary="true"]:focus { border: 2px solid @ink; padding: 4px 13px; }
QPushButton[primary="true"]:hover { background: @accent; border-color: @ink; }
QPushButton[primary="true"]:disabled { background: @hover; color: @faint; border-color: @line; }

QComboBox, QSpinBox, QDoubleSpinBox, QLineEdit { color: @ink; background: @page;
    border: 1px solid @faint; border-radius: 8px; padding: 4px 8px; min-height: 20px;
    selection-background-color: @accent; selection-color: @on_accent; }
QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus, QLineEdit:focus { border-color: @accent; }
QComboBox { qproperty-sizeAdjustPolicy: AdjustToContents; combobox-popup: 0; }
QComboBox:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled, QLineEdit:disabled {
    color: @faint; background: transparent; border-color: @line; }
QSpinBox, QDoubleSpinBox { padding: 0 0 0 3px; min-height: 26px; max-height: 28px; }
QSpinBox QLineEdit, QDoubleSpinBox QLineEdit { border: none; background: transparent;
    padding: 0; min-height: 0; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox[tight="true"] { padding: 4px 0 4px 6px; }
QComboBox[tight="true"]::drop-down { width: 19px; }
QComboBox::down-arrow { image: url("@icons/arrow-down.svg"); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: @surface; color: @ink; border: 1px solid @faint;
    border-radius: 0; padding: 4px; selection-background-color: @accent_soft;
    selection-color: @ink; outline: none; }
QComboBox QAbstractItemView::item { padding: 6px 8px; border-radius: 6px; }
QComboBox QAbstractItemView::item:selected { background: @accent_soft; color: @ink; }
QComboBox QAbstractItemView::item:disabled { color: @faint; }
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button,
QDoubleSpinBox::down-button { width: 18px; border: none; background: transparent; }
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow { image: url("@icons/arrow-up.svg");
    width: 12px; height: 12px; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow { image: url("@icons/arrow-down.svg");
    width: 12px; height: 12px; }

QSlider:horizontal { min-height: 20px; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: @line; }
QSlider::sub-page:horizontal { height: 4px; border-radius: 2px; background: @accent; }
QSlider::handle:horizontal { width: 16px; height: 16px; margin: -8px 0; border-radius: 10px;
    background: @page; border: 2px solid @accent; }
QSlider::handle:horizontal:hover { background: @accent_soft; }
QSlider::handle:horizontal:focus { background: @accent; }
QSlider:disabled { background: transparent; }
QSlider::sub-page:horizontal:disabled { background: @line; }
QSlider::handle:horizontal:disabled { border-color: @faint; background: @surface; }

#dropLine { background: @accent; border-radius: 1px; }
QProgressBar { background: @line; border: none; border-radius: 3px; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }

QScrollBar:vertical { background: transparent; width: 8px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 8px; margin: 0; }
QScrollBar::handle { background: @faint; border: 1px solid @surface; border-radius: 4px; }
QScrollBar::handle:vertical { min-height: 24px; }
QScrollBar::handle:horizontal { min-width: 24px; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
    background: none; border: none; width: 0; height: 0; }
"""
