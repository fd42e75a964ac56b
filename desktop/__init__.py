"""The Doodlescape window. Never imports TensorFlow.

Where things are:

    main        entry point                      window      menus, tool bar, docks
    layout      where the panels are             arrangement rows, columns, tabs; no Qt
    state/      Doodle, Document: values, no Qt  editor      everything a person can do to them
    commands    the one undo command             engine      what the open model can do; no Qt
    background  `run_in_background`, frame timer actions/    a table of actions for each menu
    paint/      how doodles look                 theme       colours, icons; stylesheet
    session     files, recent ones               autosave    the copy that survives a crash
    recovery    what crashes have left           sampling    random doodles; no Qt
    taking      pictures to take away            incoming    what is opened, pasted, dropped
    files/      what is read and written, no Qt  dropping    on frames and tabs of panels
    settings    preferences                      dialogs/    help, settings, tour, ...
    model_menu  which model is open              smoke       the window tests itself
    lasting     directions and categories are kept for the next start, by all windows alike
    close_reading   reads drawings again that the model has only glanced at
    problems/   errors, in the window's language translations/ the Chinese of every text
    stopping    one command for all long work    fronts      which of several tabs is in front

Each panel has a folder, where `panel` is the whole of it; `views/` has what several share.

    canvas/     the page to draw on              seen/       what the model makes of it
    map/        the plane, axes, sliders         sketches/   random doodles, few or thousands
    morph/      from doodle to doodle            mix/        arithmetic, directions
    shelf/      what is kept                     teach/      categories of one's own

How things go:

* A panel (`views.panel.Panel`) is given a `Context` (editor, settings, actions). It shows the
  document by `document.observe(callback, *fields)` and changes it through the editor. Panels never
  talk to one another. It is made in `MainWindow.__init__` and placed by `layout.ROWS`; panels
  named together there share a place as tabs.
* A new part of the state is a field of `state.document.State`, immutable, with `to_plain` and
  `from_plain`.
* Every change is a step: `editor.change(text, **fields)`; one that is shown while it happens is
  `editor.begin(text)`, `editor.live(**fields)`..., `editor.commit()`. Undo comes with it.
* A new action is a row of its menu's table in `actions/`; its panel connects
  `context.actions[name].triggered` and greys it out with `actions.enable(name, reason)`. Names
  that a panel lists in `bar` become buttons of its title bar.
* What reads a drawing in the GUI thread reads it at a glance (`engine.from_ink`, `from_image`,
  `adapt`), or not at all where it has much ink (`soon`); `close_reading` makes the document's
  doodles finer in the background a moment later.
  What leaves the window is read by `engine.closely` in the task that takes it away.
* Slow work is `self._job = run_in_background(task, on_result, on_error, replaces=self._job)`; a
  long save is a `views.saving.Run`. A file to save to is asked for by `dialogs.where`.
  What follows the pointer goes through `OncePerFrame.request`, or, where the model is asked,
  through `views.following.Following`: at once if that fits into a frame, else in the background.
* Texts are set in `retranslate`, through `self.tr` (or `QCoreApplication.translate`), as literals.
* An error is shown by `problem_words(error)`; a new sentence needs a template in `problems/`.
* Widgets that paint themselves take colours from `theme().colors` while painting.
"""
