<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Doodlescape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sign of Doodlescape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start with nothing but an empty page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a session, or a picture that was made here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save everything: page, shelf, morph, mix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save everything to another file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Take the doodle away…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the doodle as a picture of any size, PNG or SVG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;opy the doodle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the doodle as a picture, PNG and SVG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep the doodle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the current doodle onto the shelf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the doodle on the shelf a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete from the shelf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the doodle off the shelf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a &amp;picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a doodle of a picture, a photograph or a scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Example doodles…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start from one of our doodles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back the last step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do the step again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a doodle of the picture on the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw strokes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Eraser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rub out whole strokes; the right button does it too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rub out parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rub out only what is touched; strokes fall into pieces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Move and scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the whole drawing, or scale it: handles, wheel, arrows, + and -</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>M&amp;irror</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exchange left and right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clear the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start with an empty page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Random sketches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw new sketches from a new seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw sketches from the next seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw sketches from the seed before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Centre on my doodle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring the marker to the middle of the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the &amp;whole map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out until everything is in sight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Doodles on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what the model draws at places of the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep my doodle&apos;s details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moving on the map carries along what two dimensions cannot say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set &amp;A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Morph from the current doodle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set &amp;B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Morph to the current doodle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Swap A and B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Morph the other way round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Smooth outlines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smooth outlines, or the model&apos;s raw pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark as the s&amp;ystem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the system&apos;s colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light: ink on paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ink on warm paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark: chalk on slate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chalk on slate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch light and dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch between paper and slate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing but doodles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Put the panels back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrange the panels as they were at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours, language and habits; changes count at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Commands…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find anything that the window can do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model of your own: its zip, or the model.json in its folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model &amp;card…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the open model is, and how well it does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page about the panel that you are in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window in five short steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Doodlescape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions, licences, and whose drawings taught it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Move the drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale the drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw stroke</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no ink to move yet; draw something first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or drop a picture here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a cat</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Categories</name>
    <message>
        <source>cat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>airplane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alarm clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>apple</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>banana</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bicycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bird</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bowtie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>car</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coffee cup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>diamond</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eye</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guitar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>house</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lollipop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rainbow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shoe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spoon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sun</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would you like to do?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search for a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands that fit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DoodleTile</name>
    <message>
        <source>Make it the current doodle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set as {letter}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DrawPanel</name>
    <message>
        <source>Draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page to draw on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to mirror yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>Use doodle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mirrored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove keyframe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move keyframe</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExampleGallery</name>
    <message>
        <source>Example doodles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put this doodle on the page; undo brings yours back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example doodle</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Start here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;Everything in the window is about one thing, the &lt;b&gt;current doodle&lt;/b&gt;. Draw it, find it on the map, pick it among sketches, morph or mix it: every panel shows the same doodle and every panel can change it.&lt;/p&gt;&lt;p&gt;A small neural network, an &lt;i&gt;autoencoder&lt;/i&gt;, squeezes each drawing into a short row of numbers, its &lt;b&gt;latent&lt;/b&gt;, and draws it anew from those numbers alone. What comes out is how the model understood you.&lt;/p&gt;&lt;p&gt;Every change is one step back with Undo, so try whatever you like.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;Draw with mouse, pen or finger. The model sees your strokes as a picture of 28×28 pixels, made the way the drawings of its training were made; neither the width of the pen nor the size of the page changes that.&lt;/p&gt;&lt;p&gt;The right mouse button rubs out. A pen tablet draws thicker where you press harder, and its other end erases.&lt;/p&gt;&lt;p&gt;When the current doodle was not drawn by you, it lies on the page as a ghost that you can trace.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;The doodle as the model redraws it, live while you draw. Smooth outlines are crisp at any size; raw pixels show what really came out of the model.&lt;/p&gt;&lt;p&gt;Beneath you see the 28×28 picture that the model was given and, if the model can tell, what it takes your drawing for and how typical it is: 50 % means that half of all real drawings are less typical than yours.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;All doodles on one sheet: similar ones lie close together, colours tell the categories, and the shading is stronger where real drawings are dense. The marker is your doodle. Click to jump, drag to wander, turn the wheel to zoom; the arrow keys move the marker, with Shift in small steps.&lt;/p&gt;&lt;p&gt;Two numbers cannot say everything about a doodle, so the map is an approximation. Your doodle&apos;s own details can travel along; switch that off to see what the place alone means.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sketches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;New doodles that nobody drew, as many as you like. The same seed with the same settings always brings the same sketches back. A low temperature gives typical doodles, a high one gives surprises.&lt;/p&gt;&lt;p&gt;Click a sketch to make it the current doodle, or drag it to another panel. A vanilla autoencoder cannot do this, and says why.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Morph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;Set a doodle as A and another as B, then walk between them with the slider or along the film beneath. Each point on the way is a whole doodle of its own, and you can draw on from there.&lt;/p&gt;&lt;p&gt;Doodles can be dropped on the places from any panel. The arrow keys move the slider; no mouse is needed.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;Arithmetic with doodles: A − B + C takes away what B has and adds what C has. The weights say how strongly.&lt;/p&gt;&lt;p&gt;A &lt;b&gt;direction&lt;/b&gt; is the difference between two groups of doodles, such as cats with whiskers and cats without; saved, it becomes a slider for any doodle.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;A shelf for the doodles you want to keep. Drag them in from any panel and out to any panel, or to another program as a picture. Renaming and deleting can be undone.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;A session is saved with everything in it: drawing, places of the morph, collection. Nothing is lost if the program ends unexpectedly; it asks at the next start whether to go on.&lt;/p&gt;&lt;p&gt;Pictures leave as PNG or as SVG, crisp at any size. They carry how they were made: drop one on the window and the doodle is back.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;Another model, another opinion: switch, and your drawing stays and is seen anew. The vanilla autoencoder redraws well but cannot invent; the variational one can, a little blurred; the atlas draws crisp doodles of every category it knows.&lt;/p&gt;&lt;p&gt;The card of a model tells how it was trained and how well it does. You can open a model of your own, trained with this project&apos;s &lt;code&gt;aemodel&lt;/code&gt; command.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window and keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;Everything can be done with the keyboard: Tab goes from one control to the next, and the command palette finds any action by a few of its letters.&lt;/p&gt;&lt;p&gt;Panels can be dragged by their titles, laid on one another as tabs, and hidden in the View menu; the window remembers where you put them.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page of help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you can do here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Incoming</name>
    <message>
        <source>Pictures ({patterns});;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture on the clipboard; copy one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Tool bar</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MapPanel</name>
    <message>
        <source>Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map of doodles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two numbers cannot say everything about a doodle: the map is an approximation that keeps this share of the latent&apos;s variance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An approximation: 2D keeps {percent} % of the variance</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Move on the map</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>M&amp;ap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>M&amp;orph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>vanilla autoencoder: redraws, cannot invent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>variational autoencoder: redraws and invents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>denoising autoencoder: cleans up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linear autoencoder (principal components)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>variational autoencoder with a learned eye (VAE/GAN)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vector-quantised autoencoder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>residual variational autoencoder with a flow as its prior</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none: it cannot invent doodles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the standard normal distribution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a fitted normal distribution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a flow that knows the categories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers per doodle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invents from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keeps {percent} % of what the numbers say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{train} to learn from, {test} kept apart to test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{epochs} epochs in {minutes} minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed of the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence of the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redrawing error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} nats per drawing; lower is closer to the original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence bound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} nats per drawing; higher means that real drawings surprise it less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redrawings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FID {value}; lower looks more like real drawings, 0 is the best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invented doodles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} % are recognised as what they were meant to be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How well it does on drawings it has never seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it was made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it cannot do</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelMenu</name>
    <message>
        <source>Open model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models (*.zip model.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model that redraws</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let this model redraw; the drawing stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model in assets/models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MorphPanel</name>
    <message>
        <source>Morph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set A and B, or drop doodles on them, and walk between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From A to B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walk from A to B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Film of the way from A to B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doodle {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a doodle here; click to make it the current one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap A and B</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureDialog</name>
    <message>
        <source>Open a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>28×28: what the model gets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the model redraws it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ink begins at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threshold between paper and ink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left: faint lines count as ink. Right: only dark ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the threshold by the picture&apos;s own contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this doodle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>Something went wrong: {error}. Your drawing is still there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model is installed, so drawings cannot be redrawn yet. Put a model bundle into assets/models, or start with --model and the path of one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is too large for a drawing; use a smaller one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not an SVG drawing that can be read; save it again as PNG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is empty; copy it again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>No model is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model has no encoder, so it cannot read drawings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model has no decoder, so it cannot draw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model has no prior, so nothing says where in its latent space doodles are; it cannot sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A vanilla autoencoder has no prior, so nothing says where in its latent space doodles are; it cannot sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prior of this model does not know categories, so it cannot be asked for one of them; it samples from all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model was exported without a 2D map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model has no classifier on its latents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model was exported without the statistics that typicality needs.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reconstruction</name>
    <message>
        <source>What you draw, redrawn by the model as you go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the model…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeenPanel</name>
    <message>
        <source>Seen as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The doodle as the model redraws it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The 28x28 image that the model gets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The 28x28 image that the model really gets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I see: {category} {percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>28×28: what the model gets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made from the latent alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your drawing as 28×28 pixels appears here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Save what you made before closing?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without saving, the changes since the last save are gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions and pictures made here (*.doodle *.png *.svg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open doodle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open doodles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My doodles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions (*.doodle)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was not made by Doodlescape; open it as a picture instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doodlescape did not close properly. Bring your doodles back?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They were kept on {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring them back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throw them away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New doodles</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Looks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doodles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ink on paper, chalk on slate, or as the system has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light: ink on paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark: chalk on slate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language of the window; it changes at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smooth outlines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smooth outlines instead of the model&apos;s raw pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the pen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On screen only: the model sees the same line always</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doodles on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what the model draws at places of the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep my doodle&apos;s details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moving on the map carries along what two dimensions cannot say</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset to defaults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All settings here as they were at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is saved already (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SketchesPanel</name>
    <message>
        <source>Sketches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed brings the same sketches back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category of the sketches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sketch {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click: make it the current doodle. Drag: take it elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the sketches are of</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Draw something</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cat, for a start. Every stroke can be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See how it is understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small neural network redraws your doodle while you draw, from memory alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wander</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your doodle has a place among all doodles. Drag the marker and watch it change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for new ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doodles that nobody has drawn. Click one to go on with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn one into another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set A and B and walk between them. Ctrl+K finds everything else; F1 explains it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {step} of {steps}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the tour (Esc); Help opens it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step before (Left)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On with it (Right)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Drawn by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picked on the map at {x}, {y}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sketch {number} of seed {seed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Morph, {percent} % from {first} to {second}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axis {number} at {sigma} σ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, axis {number} at {sigma} σ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mixed: {recipe}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened: {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
