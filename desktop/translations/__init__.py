"""Chinese for every text of the window, and how to keep it complete.

`doodlescape_zh_CN.ts` is the source that people edit, `doodlescape_zh_CN.qm` what the program
loads. After a change of texts:

    python -m desktop.translations

collects the texts of the code anew, tells which of them lack a translation, and compiles.
"""
