<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Doodlescape</source>
        <translation>关于 Doodlescape</translation>
    </message>
    <message>
        <source>The sign of Doodlescape</source>
        <translation>Doodlescape 的标志</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>Draw a doodle, and a neural network redraws it as it understood it.</source>
        <translation>画一幅涂鸦，神经网络会按它的理解重新画出来。</translation>
    </message>
    <message>
        <source>The bundled models learned from these drawings; none is included.</source>
        <translation>随附的模型从这些画作中学习；软件中不包含任何一幅原画。</translation>
    </message>
    <message>
        <source>Quick, Draw! drawings made available by Google, Inc. under {licence}</source>
        <translation>Quick, Draw! 的画作，由 Google 公司以 {licence} 许可提供</translation>
    </message>
    <message>
        <source>Drawings</source>
        <translation>画作</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;New</source>
        <translation>新建(&amp;N)</translation>
    </message>
    <message>
        <source>Start with nothing but an empty page</source>
        <translation>从一张白纸开始</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open a session, a picture, or a morph that was saved</source>
        <translation>打开会话、图片或保存过的变形</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save everything: page, shelf, morph, mix</source>
        <translation>保存全部内容：画纸、收藏架、变形、混合</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Save everything to another file</source>
        <translation>将全部内容保存到另一个文件</translation>
    </message>
    <message>
        <source>&amp;Take the doodle away…</source>
        <translation>导出涂鸦(&amp;T)…</translation>
    </message>
    <message>
        <source>Save the doodle as a picture of any size, PNG or SVG</source>
        <translation>将涂鸦保存为任意大小的 PNG 或 SVG 图片</translation>
    </message>
    <message>
        <source>C&amp;opy the doodle</source>
        <translation>复制涂鸦(&amp;O)</translation>
    </message>
    <message>
        <source>Copy the doodle as a picture, PNG and SVG</source>
        <translation>将涂鸦复制为 PNG 和 SVG 图片</translation>
    </message>
    <message>
        <source>P&amp;en</source>
        <translation>画笔(&amp;E)</translation>
    </message>
    <message>
        <source>Er&amp;aser</source>
        <translation>橡皮(&amp;A)</translation>
    </message>
    <message>
        <source>Ru&amp;b out parts</source>
        <translation>局部擦除(&amp;B)</translation>
    </message>
    <message>
        <source>Mo&amp;ve and scale</source>
        <translation>移动和缩放(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Mirror</source>
        <translation>镜像(&amp;M)</translation>
    </message>
    <message>
        <source>Turn into &amp;ink</source>
        <translation>变成墨线(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Keep the doodle</source>
        <translation>收藏涂鸦(&amp;K)</translation>
    </message>
    <message>
        <source>Put the current doodle onto the shelf</source>
        <translation>把当前涂鸦放上收藏架</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>重命名(&amp;N)</translation>
    </message>
    <message>
        <source>Give the doodle on the shelf a name</source>
        <translation>给收藏架上的涂鸦起个名字</translation>
    </message>
    <message>
        <source>&amp;Delete from the shelf</source>
        <translation>从收藏架删除(&amp;D)</translation>
    </message>
    <message>
        <source>Take the doodle off the shelf</source>
        <translation>把涂鸦从收藏架取下</translation>
    </message>
    <message>
        <source>Open a &amp;picture…</source>
        <translation>打开图片(&amp;P)…</translation>
    </message>
    <message>
        <source>Make a doodle of a picture, a photograph or a scan</source>
        <translation>把图片、照片或扫描件变成涂鸦</translation>
    </message>
    <message>
        <source>&amp;Example doodles…</source>
        <translation>示例涂鸦(&amp;E)…</translation>
    </message>
    <message>
        <source>Start from one of our doodles</source>
        <translation>从我们的示例涂鸦开始</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Take back the last step</source>
        <translation>撤回上一步</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Do the step again</source>
        <translation>重新执行这一步</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>Make a doodle of the picture on the clipboard</source>
        <translation>把剪贴板中的图片变成涂鸦</translation>
    </message>
    <message>
        <source>Draw strokes</source>
        <translation>画线条</translation>
    </message>
    <message>
        <source>Rub out whole strokes; the right button does it too</source>
        <translation>擦除整条线；鼠标右键也可以</translation>
    </message>
    <message>
        <source>Rub out only what is touched; strokes fall into pieces</source>
        <translation>只擦掉碰到的部分，线条会断开</translation>
    </message>
    <message>
        <source>Move the whole drawing, or scale it: handles, wheel, arrows, + and -</source>
        <translation>移动或缩放整幅画：用控制点、滚轮、方向键、+ 和 -</translation>
    </message>
    <message>
        <source>Exchange left and right</source>
        <translation>左右翻转</translation>
    </message>
    <message>
        <source>Make strokes of the doodle, to draw on with the pen</source>
        <translation>把涂鸦变成笔画，好用画笔继续画</translation>
    </message>
    <message>
        <source>&amp;Clear the page</source>
        <translation>清空画纸(&amp;C)</translation>
    </message>
    <message>
        <source>Start with an empty page</source>
        <translation>换一张白纸</translation>
    </message>
    <message>
        <source>Contact s&amp;heet of the shelf…</source>
        <translation>收藏架的缩略图表(&amp;H)…</translation>
    </message>
    <message>
        <source>Save the selected doodles of the shelf, or all, as a picture</source>
        <translation>把收藏架上选中的（或全部）涂鸦存为一张图</translation>
    </message>
    <message>
        <source>Colours, language, width of the pen and habits; changes count at once</source>
        <translation>颜色、语言、笔的粗细和使用习惯；改动立即生效</translation>
    </message>
    <message>
        <source>&amp;Random sketches</source>
        <translation>随机草图(&amp;R)</translation>
    </message>
    <message>
        <source>Draw new sketches from a new seed</source>
        <translation>用新的种子画新的草图</translation>
    </message>
    <message>
        <source>&amp;Next seed</source>
        <translation>下一个种子(&amp;N)</translation>
    </message>
    <message>
        <source>Draw sketches from the next seed</source>
        <translation>用下一个种子画草图</translation>
    </message>
    <message>
        <source>&amp;Previous seed</source>
        <translation>上一个种子(&amp;P)</translation>
    </message>
    <message>
        <source>Draw sketches from the seed before</source>
        <translation>用上一个种子画草图</translation>
    </message>
    <message>
        <source>C&amp;ompare the selected</source>
        <translation>比较所选(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;More like this</source>
        <translation>更多类似的(&amp;M)</translation>
    </message>
    <message>
        <source>Variations of the current doodle; once more brings others</source>
        <translation>当前涂鸦的变体；再按一次换一批</translation>
    </message>
    <message>
        <source>Let the model finish what you began; once more brings other ideas</source>
        <translation>让模型接着你的开头画完；再按一次换一批想法</translation>
    </message>
    <message>
        <source>&amp;Lock the seed</source>
        <translation>锁定种子(&amp;L)</translation>
    </message>
    <message>
        <source>Keep the seed while category, temperature and number change</source>
        <translation>类别、温度和数量变化时保持种子不变</translation>
    </message>
    <message>
        <source>Next categor&amp;y</source>
        <translation>下一个类别(&amp;Y)</translation>
    </message>
    <message>
        <source>Draw sketches of the next category</source>
        <translation>画下一个类别的草图</translation>
    </message>
    <message>
        <source>Pre&amp;vious category</source>
        <translation>上一个类别(&amp;V)</translation>
    </message>
    <message>
        <source>Draw sketches of the category before</source>
        <translation>画上一个类别的草图</translation>
    </message>
    <message>
        <source>&amp;More sketches</source>
        <translation>多画一幅(&amp;M)</translation>
    </message>
    <message>
        <source>Draw one sketch more</source>
        <translation>多画一幅草图</translation>
    </message>
    <message>
        <source>&amp;Fewer sketches</source>
        <translation>少画一幅(&amp;F)</translation>
    </message>
    <message>
        <source>Draw one sketch less</source>
        <translation>少画一幅草图</translation>
    </message>
    <message>
        <source>&amp;Higher temperature</source>
        <translation>升高温度(&amp;H)</translation>
    </message>
    <message>
        <source>A higher temperature: sketches are more daring</source>
        <translation>温度更高：草图更大胆</translation>
    </message>
    <message>
        <source>&amp;Lower temperature</source>
        <translation>降低温度(&amp;L)</translation>
    </message>
    <message>
        <source>A lower temperature: sketches are more typical</source>
        <translation>温度更低：草图更典型</translation>
    </message>
    <message>
        <source>Select &amp;all sketches</source>
        <translation>全选草图(&amp;A)</translation>
    </message>
    <message>
        <source>Select all sketches, or none</source>
        <translation>选中所有草图，或全部取消</translation>
    </message>
    <message>
        <source>&amp;Finish my sketch</source>
        <translation>帮我画完(&amp;F)</translation>
    </message>
    <message>
        <source>Ask a&amp;gain</source>
        <translation>重新提出(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Hide the proposals</source>
        <translation>隐藏提议(&amp;H)</translation>
    </message>
    <message>
        <source>Many to a fol&amp;der…</source>
        <translation>批量保存到文件夹(&amp;D)…</translation>
    </message>
    <message>
        <source>Stop what is being made or saved</source>
        <translation>停止正在生成或保存的内容</translation>
    </message>
    <message>
        <source>Change one of yo&amp;urs…</source>
        <translation>修改我的类别(&amp;U)…</translation>
    </message>
    <message>
        <source>Br&amp;ing a category…</source>
        <translation>导入类别(&amp;I)…</translation>
    </message>
    <message>
        <source>Show only the selected sketches, large</source>
        <translation>只放大显示选中的草图</translation>
    </message>
    <message>
        <source>&amp;Keep the selected</source>
        <translation>收藏所选(&amp;K)</translation>
    </message>
    <message>
        <source>Put the selected sketches onto the shelf, or all</source>
        <translation>把选中的草图（或全部）放上收藏架</translation>
    </message>
    <message>
        <source>Ask for other proposals, for the doodle as it is now</source>
        <translation>按现在的涂鸦重新提出一批</translation>
    </message>
    <message>
        <source>Put the strip of proposals away</source>
        <translation>收起提议栏</translation>
    </message>
    <message>
        <source>Contact &amp;sheet…</source>
        <translation>缩略图表(&amp;S)…</translation>
    </message>
    <message>
        <source>Save the selected sketches, or all, as one picture</source>
        <translation>把选中的草图（或全部）保存为一张图片</translation>
    </message>
    <message>
        <source>Save a thousand doodles at once</source>
        <translation>一次保存上千幅涂鸦</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>T&amp;each it something new…</source>
        <translation>教它新东西(&amp;E)…</translation>
    </message>
    <message>
        <source>Teach the model a category of your own by a few drawings</source>
        <translation>用几张画教模型认识你自己的类别</translation>
    </message>
    <message>
        <source>Give a category of yours more examples or another name</source>
        <translation>给你的类别补充示例或改名</translation>
    </message>
    <message>
        <source>Open the file of a category that somebody taught</source>
        <translation>打开别人教好的类别文件</translation>
    </message>
    <message>
        <source>&amp;Centre on my doodle</source>
        <translation>以我的涂鸦为中心(&amp;C)</translation>
    </message>
    <message>
        <source>Bring the marker to the middle of the map</source>
        <translation>把标记移到地图中央</translation>
    </message>
    <message>
        <source>Show the &amp;whole map</source>
        <translation>显示整张地图(&amp;W)</translation>
    </message>
    <message>
        <source>Zoom out until everything is in sight</source>
        <translation>缩小到能看见全部</translation>
    </message>
    <message>
        <source>&amp;Zoom in</source>
        <translation>放大(&amp;Z)</translation>
    </message>
    <message>
        <source>Look at the map from nearer</source>
        <translation>离近些看地图</translation>
    </message>
    <message>
        <source>Zoom o&amp;ut</source>
        <translation>缩小(&amp;U)</translation>
    </message>
    <message>
        <source>Look at the map from further away</source>
        <translation>离远些看地图</translation>
    </message>
    <message>
        <source>&amp;Doodles on the map</source>
        <translation>地图上的涂鸦(&amp;D)</translation>
    </message>
    <message>
        <source>Show what the model draws at places of the map</source>
        <translation>显示模型在地图各处画出的涂鸦</translation>
    </message>
    <message>
        <source>&amp;Keep my doodle&apos;s details</source>
        <translation>保留我的涂鸦细节(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Nearest doodles</source>
        <translation>最近的涂鸦(&amp;N)</translation>
    </message>
    <message>
        <source>Show what lies nearest to my doodle on the map</source>
        <translation>显示地图上离我的涂鸦最近的涂鸦</translation>
    </message>
    <message>
        <source>Show &amp;all categories</source>
        <translation>显示所有类别(&amp;A)</translation>
    </message>
    <message>
        <source>Take the legend&apos;s filter away</source>
        <translation>取消图例筛选</translation>
    </message>
    <message>
        <source>&amp;Fill in anew</source>
        <translation>重新补全(&amp;F)</translation>
    </message>
    <message>
        <source>D&amp;raw a way</source>
        <translation>画一条路线(&amp;R)</translation>
    </message>
    <message>
        <source>Draw a way on the map; my doodle walks along it. With the keys: arrows move, Space sets a point, Enter the last one</source>
        <translation>在地图上画一条路线，让我的涂鸦沿着它走。也可用键盘：方向键移动，空格键定一个点，回车键定最后一个点</translation>
    </message>
    <message>
        <source>Wa&amp;lk the way</source>
        <translation>沿路线行走(&amp;L)</translation>
    </message>
    <message>
        <source>Walk along the way, pause, or go on</source>
        <translation>沿路线行走、暂停或继续</translation>
    </message>
    <message>
        <source>Slow&amp;er</source>
        <translation>减慢(&amp;E)</translation>
    </message>
    <message>
        <source>Another seed for what places of the map do not say</source>
        <translation>换一个种子来补全地图位置没有说明的部分</translation>
    </message>
    <message>
        <source>Moving on the map carries along what two dimensions cannot say, less of it the further away</source>
        <translation>在地图上移动时，保留二维无法表达的细节；走得越远，保留得越少</translation>
    </message>
    <message>
        <source>&amp;Map</source>
        <translation>地图(&amp;M)</translation>
    </message>
    <message>
        <source>The map: every doodle in two dimensions</source>
        <translation>地图：二维中的所有涂鸦</translation>
    </message>
    <message>
        <source>A&amp;xes</source>
        <translation>坐标轴(&amp;X)</translation>
    </message>
    <message>
        <source>Any two principal directions of the latent</source>
        <translation>潜在空间的任意两个主方向</translation>
    </message>
    <message>
        <source>&amp;Sliders</source>
        <translation>滑块(&amp;S)</translation>
    </message>
    <message>
        <source>The leading principal directions, one slider each</source>
        <translation>最重要的几个主方向，各用一个滑块</translation>
    </message>
    <message>
        <source>Fas&amp;ter</source>
        <translation>加快(&amp;T)</translation>
    </message>
    <message>
        <source>Walk the way at a higher speed</source>
        <translation>以更快的速度沿路线行走</translation>
    </message>
    <message>
        <source>Slo&amp;wer</source>
        <translation>减慢(&amp;W)</translation>
    </message>
    <message>
        <source>Walk the way at a lower speed</source>
        <translation>以更慢的速度沿路线行走</translation>
    </message>
    <message>
        <source>Wipe the wa&amp;y off</source>
        <translation>擦去路线(&amp;Y)</translation>
    </message>
    <message>
        <source>Take the way off the map</source>
        <translation>从地图上擦去路线</translation>
    </message>
    <message>
        <source>Set &amp;A</source>
        <translation>设为 &amp;A</translation>
    </message>
    <message>
        <source>Morph from the current doodle</source>
        <translation>从当前涂鸦开始变形</translation>
    </message>
    <message>
        <source>Set &amp;B</source>
        <translation>设为 &amp;B</translation>
    </message>
    <message>
        <source>Morph to the current doodle</source>
        <translation>变形到当前涂鸦</translation>
    </message>
    <message>
        <source>T&amp;urn the morph round</source>
        <translation>反转变形(&amp;U)</translation>
    </message>
    <message>
        <source>Morph the other way round</source>
        <translation>反方向变形</translation>
    </message>
    <message>
        <source>A&amp;dd my doodle</source>
        <translation>加入我的涂鸦(&amp;D)</translation>
    </message>
    <message>
        <source>Morph through the current doodle too</source>
        <translation>变形时也经过当前涂鸦</translation>
    </message>
    <message>
        <source>Add a &amp;random doodle</source>
        <translation>加入随机涂鸦(&amp;R)</translation>
    </message>
    <message>
        <source>Morph through a random doodle too</source>
        <translation>变形时也经过一幅随机涂鸦</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>播放(&amp;P)</translation>
    </message>
    <message>
        <source>Play the morph, or stop there</source>
        <translation>播放变形，或停在原处</translation>
    </message>
    <message>
        <source>&amp;Faster</source>
        <translation>加快(&amp;F)</translation>
    </message>
    <message>
        <source>Play the morph at a higher speed</source>
        <translation>以更快的速度播放变形</translation>
    </message>
    <message>
        <source>Play the morph at a lower speed</source>
        <translation>以更慢的速度播放变形</translation>
    </message>
    <message>
        <source>&amp;Once</source>
        <translation>一次(&amp;O)</translation>
    </message>
    <message>
        <source>Play the morph once and stay at its end</source>
        <translation>变形播放一次，停在终点</translation>
    </message>
    <message>
        <source>&amp;Loop</source>
        <translation>循环(&amp;L)</translation>
    </message>
    <message>
        <source>Play the morph again and again from its beginning</source>
        <translation>变形从头反复播放</translation>
    </message>
    <message>
        <source>&amp;To and fro</source>
        <translation>来回(&amp;T)</translation>
    </message>
    <message>
        <source>Play the morph to its end and back again</source>
        <translation>变形播放到终点再返回</translation>
    </message>
    <message>
        <source>&amp;Next way to repeat</source>
        <translation>下一种重复方式(&amp;N)</translation>
    </message>
    <message>
        <source>Repeat the morph in the next way: once, in a loop, to and fro</source>
        <translation>换用下一种方式重复变形：一次、循环、来回</translation>
    </message>
    <message>
        <source>Through &amp;drawings</source>
        <translation>以画过渡(&amp;D)</translation>
    </message>
    <message>
        <source>Morph on the model&apos;s own path: what lies between is a drawing too</source>
        <translation>沿模型自己的路径变形：途中每一步也都是一幅画</translation>
    </message>
    <message>
        <source>&amp;Straight</source>
        <translation>直线(&amp;S)</translation>
    </message>
    <message>
        <source>Morph on straight lines in the latent space</source>
        <translation>沿潜在空间中的直线变形</translation>
    </message>
    <message>
        <source>S&amp;pherical</source>
        <translation>球面(&amp;P)</translation>
    </message>
    <message>
        <source>Morph on great circles in the latent space</source>
        <translation>沿潜在空间中的大圆变形</translation>
    </message>
    <message>
        <source>Sp&amp;line</source>
        <translation>样条(&amp;L)</translation>
    </message>
    <message>
        <source>Morph on one smooth curve through all keyframes</source>
        <translation>沿一条穿过所有关键帧的平滑曲线变形</translation>
    </message>
    <message>
        <source>&amp;Next path</source>
        <translation>下一种路径(&amp;N)</translation>
    </message>
    <message>
        <source>Morph on the next kind of path</source>
        <translation>换用下一种路径变形</translation>
    </message>
    <message>
        <source>&amp;Export the morph…</source>
        <translation>导出变形(&amp;E)…</translation>
    </message>
    <message>
        <source>Save the morph as an animated GIF, a strip or pictures</source>
        <translation>将变形保存为 GIF 动画、长条图或单张图片</translation>
    </message>
    <message>
        <source>A − B + &amp;C</source>
        <translation>A − B + &amp;C</translation>
    </message>
    <message>
        <source>Go to the page that adds and subtracts doodles</source>
        <translation>转到加减涂鸦的页面</translation>
    </message>
    <message>
        <source>D&amp;irections</source>
        <translation>方向(&amp;I)</translation>
    </message>
    <message>
        <source>Go to the page of named directions, as sliders on the doodle</source>
        <translation>转到命名方向的页面，用滑块改变涂鸦</translation>
    </message>
    <message>
        <source>&amp;Add the doodle to the mix</source>
        <translation>把涂鸦加入混合(&amp;A)</translation>
    </message>
    <message>
        <source>Put the current doodle into the next free place of the mix</source>
        <translation>把当前涂鸦放到混合中的下一个空位</translation>
    </message>
    <message>
        <source>Another &amp;place</source>
        <translation>再加一个位置(&amp;P)</translation>
    </message>
    <message>
        <source>Make another place for a doodle in the mix</source>
        <translation>在混合中再加一个放涂鸦的位置</translation>
    </message>
    <message>
        <source>&amp;Use the mix</source>
        <translation>使用混合结果(&amp;U)</translation>
    </message>
    <message>
        <source>Make the result of the mix the current doodle</source>
        <translation>把混合结果设为当前涂鸦</translation>
    </message>
    <message>
        <source>&amp;Empty the mix</source>
        <translation>清空混合(&amp;E)</translation>
    </message>
    <message>
        <source>Take all doodles out of the mix</source>
        <translation>从混合中取出所有涂鸦</translation>
    </message>
    <message>
        <source>New &amp;direction…</source>
        <translation>新建方向(&amp;D)…</translation>
    </message>
    <message>
        <source>Make a direction of doodles with and without something</source>
        <translation>用有某个特征和没有该特征的涂鸦创建方向</translation>
    </message>
    <message>
        <source>Mine is &amp;with it</source>
        <translation>我的有此特征(&amp;W)</translation>
    </message>
    <message>
        <source>Add the current doodle to those that have what the direction is about</source>
        <translation>把当前涂鸦加入有此特征的一组</translation>
    </message>
    <message>
        <source>Mine is with&amp;out it</source>
        <translation>我的无此特征(&amp;O)</translation>
    </message>
    <message>
        <source>Add the current doodle to those that lack what the direction is about</source>
        <translation>把当前涂鸦加入无此特征的一组</translation>
    </message>
    <message>
        <source>&amp;Smooth outlines</source>
        <translation>平滑轮廓(&amp;S)</translation>
    </message>
    <message>
        <source>Smooth outlines, or the model&apos;s raw pixels</source>
        <translation>平滑轮廓，或模型的原始像素</translation>
    </message>
    <message>
        <source>&amp;Grain</source>
        <translation>颗粒(&amp;G)</translation>
    </message>
    <message>
        <source>The noise is grain: every pixel a little lighter or darker</source>
        <translation>噪声为颗粒：每个像素略亮或略暗</translation>
    </message>
    <message>
        <source>&amp;Specks</source>
        <translation>斑点(&amp;S)</translation>
    </message>
    <message>
        <source>The noise is specks: some pixels turn black or white</source>
        <translation>噪声为斑点：部分像素变黑或变白</translation>
    </message>
    <message>
        <source>S&amp;hake</source>
        <translation>抖动(&amp;H)</translation>
    </message>
    <message>
        <source>The noise shakes: pixels come from a place near by</source>
        <translation>噪声为抖动：像素取自附近的位置</translation>
    </message>
    <message>
        <source>&amp;Next kind</source>
        <translation>下一种(&amp;N)</translation>
    </message>
    <message>
        <source>Disturb what the model is given with the next kind of noise</source>
        <translation>换用下一种噪声干扰交给模型的图像</translation>
    </message>
    <message>
        <source>&amp;More noise</source>
        <translation>增加噪声(&amp;M)</translation>
    </message>
    <message>
        <source>Disturb what the model is given more: watch what it makes of that</source>
        <translation>加强对模型输入的干扰：看看它会画成什么样</translation>
    </message>
    <message>
        <source>&amp;Less noise</source>
        <translation>减少噪声(&amp;L)</translation>
    </message>
    <message>
        <source>Disturb what the model is given less</source>
        <translation>减弱对模型输入的干扰</translation>
    </message>
    <message>
        <source>N&amp;o noise</source>
        <translation>无噪声(&amp;O)</translation>
    </message>
    <message>
        <source>Give the model the drawing as it is</source>
        <translation>把画原样交给模型</translation>
    </message>
    <message>
        <source>Light or dark as the s&amp;ystem</source>
        <translation>明暗跟随系统(&amp;Y)</translation>
    </message>
    <message>
        <source>Follow the system&apos;s colours</source>
        <translation>跟随系统配色</translation>
    </message>
    <message>
        <source>&amp;Light: ink on paper</source>
        <translation>浅色：纸上墨迹(&amp;L)</translation>
    </message>
    <message>
        <source>Ink on warm paper</source>
        <translation>暖色纸上的墨迹</translation>
    </message>
    <message>
        <source>&amp;Dark: chalk on slate</source>
        <translation>深色：石板粉笔(&amp;D)</translation>
    </message>
    <message>
        <source>Chalk on slate</source>
        <translation>石板上的粉笔</translation>
    </message>
    <message>
        <source>S&amp;witch light and dark</source>
        <translation>切换明暗(&amp;W)</translation>
    </message>
    <message>
        <source>Go to the ne&amp;xt panel</source>
        <translation>转到下一个面板(&amp;X)</translation>
    </message>
    <message>
        <source>Switch between paper and slate</source>
        <translation>在纸与石板之间切换</translation>
    </message>
    <message>
        <source>As the s&amp;ystem</source>
        <translation>跟随系统(&amp;Y)</translation>
    </message>
    <message>
        <source>Speak the language of the system</source>
        <translation>使用系统的语言</translation>
    </message>
    <message>
        <source>&amp;English</source>
        <translation>&amp;English</translation>
    </message>
    <message>
        <source>Speak English, in the whole window and at once</source>
        <translation>整个窗口立即改用英语</translation>
    </message>
    <message>
        <source>简体中文</source>
        <translation>简体中文</translation>
    </message>
    <message>
        <source>Speak Chinese, in the whole window and at once</source>
        <translation>整个窗口立即改用中文</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <source>The window fills the whole screen; Esc leaves it too</source>
        <translation>窗口占满整个屏幕；按 Esc 也能退出</translation>
    </message>
    <message>
        <source>From panel to panel by keyboard</source>
        <translation>用键盘在面板之间切换</translation>
    </message>
    <message>
        <source>Go to the panel &amp;before</source>
        <translation>转到上一个面板(&amp;B)</translation>
    </message>
    <message>
        <source>From panel to panel by keyboard, the other way round</source>
        <translation>用键盘在面板之间反向切换</translation>
    </message>
    <message>
        <source>Move the panel &amp;left</source>
        <translation>面板左移(&amp;L)</translation>
    </message>
    <message>
        <source>The panel with the keys moves left: from its tabs, or to those beside it</source>
        <translation>当前面板向左移：从标签组中移出，或并入旁边的面板</translation>
    </message>
    <message>
        <source>Move the panel &amp;right</source>
        <translation>面板右移(&amp;R)</translation>
    </message>
    <message>
        <source>The panel with the keys moves right: from its tabs, or to those beside it</source>
        <translation>当前面板向右移：从标签组中移出，或并入旁边的面板</translation>
    </message>
    <message>
        <source>Move the panel &amp;up</source>
        <translation>面板上移(&amp;U)</translation>
    </message>
    <message>
        <source>The panel with the keys moves up: from its tabs, or to those beside it</source>
        <translation>当前面板向上移：从标签组中移出，或并入旁边的面板</translation>
    </message>
    <message>
        <source>Move the panel &amp;down</source>
        <translation>面板下移(&amp;D)</translation>
    </message>
    <message>
        <source>The panel with the keys moves down: from its tabs, or to those beside it</source>
        <translation>当前面板向下移：从标签组中移出，或并入旁边的面板</translation>
    </message>
    <message>
        <source>&amp;Put the panels back</source>
        <translation>恢复面板布局(&amp;P)</translation>
    </message>
    <message>
        <source>Arrange the panels as they were at first</source>
        <translation>按最初的样子排列面板</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>设置(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Commands…</source>
        <translation>命令(&amp;C)…</translation>
    </message>
    <message>
        <source>Find anything that the window can do</source>
        <translation>查找窗口能做的任何事</translation>
    </message>
    <message>
        <source>&amp;Open model…</source>
        <translation>打开模型(&amp;O)…</translation>
    </message>
    <message>
        <source>A model of your own: its zip, or the model.json in its folder</source>
        <translation>打开自己的模型：zip 文件，或文件夹中的 model.json</translation>
    </message>
    <message>
        <source>Model &amp;card…</source>
        <translation>模型卡片(&amp;C)…</translation>
    </message>
    <message>
        <source>What the open model is, and how well it does</source>
        <translation>当前模型是什么，表现如何</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>The page about the panel that you are in</source>
        <translation>当前所在面板的帮助页</translation>
    </message>
    <message>
        <source>&amp;Tour</source>
        <translation>导览(&amp;T)</translation>
    </message>
    <message>
        <source>The window in five short steps</source>
        <translation>用五个小步骤认识窗口</translation>
    </message>
    <message>
        <source>&amp;About Doodlescape</source>
        <translation>关于 Doodlescape(&amp;A)</translation>
    </message>
    <message>
        <source>Versions, licences, and whose drawings taught it</source>
        <translation>版本、许可证，以及训练所用画作的来源</translation>
    </message>
</context>
<context>
    <name>Autosave</name>
    <message>
        <source>A crash would lose what you do now: no copy of it can be kept ({reason}); save the session often.</source>
        <translation>现在若意外退出，所做的内容会丢失：无法保留副本（{reason}）；请经常保存会话。</translation>
    </message>
</context>
<context>
    <name>AxesPad</name>
    <message>
        <source>Steer</source>
        <translation>调整</translation>
    </message>
</context>
<context>
    <name>AxesPage</name>
    <message>
        <source>Across</source>
        <translation>横向</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>纵向</translation>
    </message>
    <message>
        <source>Direction across</source>
        <translation>横向的方向</translation>
    </message>
    <message>
        <source>Direction up</source>
        <translation>纵向的方向</translation>
    </message>
    <message>
        <source>A principal direction, and its share of the variance</source>
        <translation>一个主方向，及其所占方差的比例</translation>
    </message>
    <message>
        <source>Pad of two principal directions</source>
        <translation>两个主方向的操控区</translation>
    </message>
    <message>
        <source>Arrow keys move the doodle</source>
        <translation>方向键移动涂鸦</translation>
    </message>
    <message>
        <source>Axis {number}: {percent} %</source>
        <translation>轴 {number}：{percent}%</translation>
    </message>
</context>
<context>
    <name>Bare</name>
    <message>
        <source>All panels are hidden. The View menu has them one by one.</source>
        <translation>所有面板都已隐藏。可以在“视图”菜单中逐个显示。</translation>
    </message>
    <message>
        <source>Show them all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Show all panels where they were (Esc)</source>
        <translation>在原来的位置显示所有面板 (Esc)</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Move the drawing</source>
        <translation>移动画作</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>擦除</translation>
    </message>
    <message>
        <source>Draw stroke</source>
        <translation>画线条</translation>
    </message>
    <message>
        <source>There is no ink to move; turn the doodle into ink first.</source>
        <translation>还没有可以移动的墨线；请先把涂鸦变成墨线。</translation>
    </message>
    <message>
        <source>There is no ink to rub out; turn the doodle into ink, or trace it.</source>
        <translation>还没有可以擦掉的墨线；请把涂鸦变成墨线，或描着它画。</translation>
    </message>
    <message>
        <source>or drop a picture here</source>
        <translation>或把图片拖到这里</translation>
    </message>
    <message>
        <source>Draw a cat</source>
        <translation>画一只猫吧</translation>
    </message>
</context>
<context>
    <name>Categories</name>
    <message>
        <source>cat</source>
        <translation>猫</translation>
    </message>
    <message>
        <source>dog</source>
        <translation>狗</translation>
    </message>
    <message>
        <source>tree</source>
        <translation>树</translation>
    </message>
    <message>
        <source>airplane</source>
        <translation>飞机</translation>
    </message>
    <message>
        <source>alarm clock</source>
        <translation>闹钟</translation>
    </message>
    <message>
        <source>apple</source>
        <translation>苹果</translation>
    </message>
    <message>
        <source>banana</source>
        <translation>香蕉</translation>
    </message>
    <message>
        <source>bed</source>
        <translation>床</translation>
    </message>
    <message>
        <source>bicycle</source>
        <translation>自行车</translation>
    </message>
    <message>
        <source>bird</source>
        <translation>鸟</translation>
    </message>
    <message>
        <source>book</source>
        <translation>书</translation>
    </message>
    <message>
        <source>bowtie</source>
        <translation>领结</translation>
    </message>
    <message>
        <source>cake</source>
        <translation>蛋糕</translation>
    </message>
    <message>
        <source>car</source>
        <translation>汽车</translation>
    </message>
    <message>
        <source>chair</source>
        <translation>椅子</translation>
    </message>
    <message>
        <source>clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>coffee cup</source>
        <translation>咖啡杯</translation>
    </message>
    <message>
        <source>diamond</source>
        <translation>钻石</translation>
    </message>
    <message>
        <source>eye</source>
        <translation>眼睛</translation>
    </message>
    <message>
        <source>fish</source>
        <translation>鱼</translation>
    </message>
    <message>
        <source>flower</source>
        <translation>花</translation>
    </message>
    <message>
        <source>frog</source>
        <translation>青蛙</translation>
    </message>
    <message>
        <source>guitar</source>
        <translation>吉他</translation>
    </message>
    <message>
        <source>hat</source>
        <translation>帽子</translation>
    </message>
    <message>
        <source>house</source>
        <translation>房子</translation>
    </message>
    <message>
        <source>lollipop</source>
        <translation>棒棒糖</translation>
    </message>
    <message>
        <source>rainbow</source>
        <translation>彩虹</translation>
    </message>
    <message>
        <source>shoe</source>
        <translation>鞋</translation>
    </message>
    <message>
        <source>spoon</source>
        <translation>勺子</translation>
    </message>
    <message>
        <source>sun</source>
        <translation>太阳</translation>
    </message>
</context>
<context>
    <name>CategoryPicker</name>
    <message>
        <source>Yours</source>
        <translation>我的类别</translation>
    </message>
    <message>
        <source>any category</source>
        <translation>任意类别</translation>
    </message>
    <message>
        <source>{count} categories</source>
        <translation>{count} 个类别</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>{menu}: {action}</source>
        <translation>{menu}：{action}</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>What would you like to do?</source>
        <translation>想做什么？</translation>
    </message>
    <message>
        <source>Search for a command</source>
        <translation>搜索命令</translation>
    </message>
    <message>
        <source>Commands that fit</source>
        <translation>匹配的命令</translation>
    </message>
    <message>
        <source>Nothing here is called that; try another word.</source>
        <translation>没有找到相应的命令，换个词试试。</translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <source>{category} {percent} %</source>
        <translation>{category} {percent}%</translation>
    </message>
</context>
<context>
    <name>ContactSheet</name>
    <message>
        <source>Save the contact sheet as</source>
        <translation>缩略图表另存为</translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation>已保存 {name}。</translation>
    </message>
</context>
<context>
    <name>DirectionMaker</name>
    <message>
        <source>With it</source>
        <translation>有此特征</translation>
    </message>
    <message>
        <source>Without it</source>
        <translation>无此特征</translation>
    </message>
    <message>
        <source>Drop doodles that have it, such as whiskers</source>
        <translation>拖入有它的涂鸦，例如有胡须</translation>
    </message>
    <message>
        <source>Drop doodles that lack it</source>
        <translation>拖入没有它的涂鸦</translation>
    </message>
    <message>
        <source>Add mine</source>
        <translation>加入我的</translation>
    </message>
    <message>
        <source>Add the current doodle to this group</source>
        <translation>把当前涂鸦加入这一组</translation>
    </message>
    <message>
        <source>{group}: add the current doodle</source>
        <translation>{group}：加入当前涂鸦</translation>
    </message>
    <message>
        <source>whiskers</source>
        <translation>胡须</translation>
    </message>
    <message>
        <source>Name of the direction</source>
        <translation>方向的名称</translation>
    </message>
    <message>
        <source>What the doodles on the left have</source>
        <translation>左边的涂鸦所具有的特征</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Draw or choose a doodle first.</source>
        <translation>请先画一幅或选一幅涂鸦。</translation>
    </message>
    <message>
        <source>It needs a doodle on each side, and a name.</source>
        <translation>两边各需要一幅涂鸦，还要一个名称。</translation>
    </message>
    <message>
        <source>Make a direction, kept for later sessions</source>
        <translation>创建方向，并保留到以后的会话</translation>
    </message>
    <message>
        <source>New direction</source>
        <translation>新建方向</translation>
    </message>
    <message>
        <source>There is a “{known}” already; this one is called “{name}”.</source>
        <translation>已有“{known}”，这个方向命名为“{name}”。</translation>
    </message>
</context>
<context>
    <name>DirectionSliders</name>
    <message>
        <source>What some doodles have and others lack, as a slider.</source>
        <translation>把有些涂鸦具有、另一些没有的特征变成滑块。</translation>
    </message>
    <message>
        <source>Make a direction</source>
        <translation>创建方向</translation>
    </message>
    <message>
        <source>Choose doodles with something, and without it</source>
        <translation>选出有和没有某个特征的涂鸦</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Forget {name}</source>
        <translation>忘记 {name}</translation>
    </message>
    <message>
        <source>Forget this direction</source>
        <translation>忘记这个方向</translation>
    </message>
    <message>
        <source>This direction was made with the model {name}; open that one.</source>
        <translation>这个方向是用模型“{name}”创建的；请打开那个模型。</translation>
    </message>
    <message>
        <source>Draw or choose a doodle first.</source>
        <translation>请先画一幅或选一幅涂鸦。</translation>
    </message>
    <message>
        <source>This direction was made with another version of the model.</source>
        <translation>这个方向是用该模型的另一个版本创建的。</translation>
    </message>
    <message>
        <source>Move the doodle along this direction</source>
        <translation>让涂鸦沿这个方向移动</translation>
    </message>
    <message>
        <source>Forget direction</source>
        <translation>忘记方向</translation>
    </message>
</context>
<context>
    <name>DoodleTile</name>
    <message>
        <source>Make it the current doodle</source>
        <translation>设为当前涂鸦</translation>
    </message>
    <message>
        <source>Add to the morph</source>
        <translation>加入变形</translation>
    </message>
    <message>
        <source>Set as keyframe</source>
        <translation>设为关键帧</translation>
    </message>
    <message>
        <source>Add to the mix</source>
        <translation>加入混合</translation>
    </message>
    <message>
        <source>Add to the lesson</source>
        <translation>加为教学示例</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Take it away as a picture…</source>
        <translation>存为图片…</translation>
    </message>
    <message>
        <source>Keep it on the shelf</source>
        <translation>放上收藏架</translation>
    </message>
</context>
<context>
    <name>DrawPanel</name>
    <message>
        <source>Draw</source>
        <translation>绘画</translation>
    </message>
    <message>
        <source>Page to draw on</source>
        <translation>画纸</translation>
    </message>
    <message>
        <source>Rub out whole strokes</source>
        <translation>整笔擦除</translation>
    </message>
    <message>
        <source>Rub out only what is touched</source>
        <translation>只擦掉碰到的部分</translation>
    </message>
    <message>
        <source>Draw; right button rubs out</source>
        <translation>左键绘画，右键擦除</translation>
    </message>
    <message>
        <source>Drag to move, corners scale</source>
        <translation>拖动可移动，拉动边角可缩放</translation>
    </message>
    <message>
        <source>The page is empty.</source>
        <translation>画纸是空的。</translation>
    </message>
    <message>
        <source>There is nothing to mirror yet.</source>
        <translation>还没有可以镜像的内容。</translation>
    </message>
    <message>
        <source>There is nothing to trace.</source>
        <translation>没有可以描摹的东西。</translation>
    </message>
    <message>
        <source>It is ink already.</source>
        <translation>已经是墨迹了。</translation>
    </message>
    <message>
        <source>The doodle is too faint to be traced; draw over it.</source>
        <translation>涂鸦太淡，无法描摹；请直接在上面画。</translation>
    </message>
    <message>
        <source>Turn into ink</source>
        <translation>变成墨线</translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>Use doodle</source>
        <translation>使用涂鸦</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Set {letter}</source>
        <translation>设置 {letter}</translation>
    </message>
    <message>
        <source>A morph has room for {count} keyframes.</source>
        <translation>一个变形最多容纳 {count} 个关键帧。</translation>
    </message>
    <message>
        <source>Add keyframe</source>
        <translation>添加关键帧</translation>
    </message>
    <message>
        <source>Remove keyframe</source>
        <translation>移除关键帧</translation>
    </message>
    <message>
        <source>Move keyframe</source>
        <translation>移动关键帧</translation>
    </message>
    <message>
        <source>Take from the mix</source>
        <translation>从混合中取出</translation>
    </message>
    <message>
        <source>Add to the mix</source>
        <translation>加入混合</translation>
    </message>
    <message>
        <source>Remove a place</source>
        <translation>移除位置</translation>
    </message>
    <message>
        <source>A mix has room for {count} doodles; empty a place first.</source>
        <translation>混合最多放 {count} 幅涂鸦，请先清空一个位置。</translation>
    </message>
    <message>
        <source>The shelf has room for {count} doodles; delete some first.</source>
        <translation>收藏架最多放 {count} 幅涂鸦，请先删除一些。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Kept on the shelf.</source>
        <translation>已放上收藏架。</translation>
    </message>
    <message>
        <source>{count} doodles kept on the shelf.</source>
        <translation>{count} 幅涂鸦已放上收藏架。</translation>
    </message>
    <message>
        <source>Teach {name}</source>
        <translation>教“{name}”</translation>
    </message>
    <message>
        <source>Delete {name}</source>
        <translation>删除“{name}”</translation>
    </message>
</context>
<context>
    <name>Equation</name>
    <message>
        <source>Another place for a doodle</source>
        <translation>再加一个涂鸦位置</translation>
    </message>
    <message>
        <source>Another place</source>
        <translation>再加一个位置</translation>
    </message>
    <message>
        <source>The mix</source>
        <translation>混合结果</translation>
    </message>
    <message>
        <source>Click: make the mix the current doodle. Drag: take it.</source>
        <translation>单击：把混合结果设为当前涂鸦。拖动：带走。</translation>
    </message>
    <message>
        <source>Doodle {letter}</source>
        <translation>涂鸦 {letter}</translation>
    </message>
    <message>
        <source>Drop a doodle here; Delete empties the place, then takes it away</source>
        <translation>把涂鸦拖放到这里；Delete 清空此位置，再按一次移除位置</translation>
    </message>
    <message>
        <source>Sign of {letter}</source>
        <translation>{letter} 的符号</translation>
    </message>
    <message>
        <source>Add it, or take it away (+, −)</source>
        <translation>加上或减去它（+、−）</translation>
    </message>
    <message>
        <source>How much of it; the minus key takes it away</source>
        <translation>取多少；按减号键则减去它</translation>
    </message>
    <message>
        <source>Weight of {letter}</source>
        <translation>{letter} 的权重</translation>
    </message>
    <message>
        <source>Mix</source>
        <translation>混合</translation>
    </message>
    <message>
        <source>Nothing is left: the doodles of the mix cancel one another out.</source>
        <translation>什么也没剩下：混合中的涂鸦相互抵消了。</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
</context>
<context>
    <name>ExampleBoard</name>
    <message>
        <source>Examples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>A category has {most} examples at most.</source>
        <translation>一个类别最多有 {most} 个示例。</translation>
    </message>
    <message>
        <source>Add examples</source>
        <translation>添加示例</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>取出</translation>
    </message>
    <message>
        <source>Example {number}</source>
        <translation>示例 {number}</translation>
    </message>
    <message>
        <source>Place for example {number}</source>
        <translation>示例 {number} 的空位</translation>
    </message>
    <message>
        <source>Click: put it on the page and change it. Delete: take it out.</source>
        <translation>单击：放到画纸上修改。Delete 键：取出。</translation>
    </message>
    <message>
        <source>Draw one, or drop a doodle</source>
        <translation>画一张，或拖入一张涂鸦</translation>
    </message>
</context>
<context>
    <name>ExampleGallery</name>
    <message>
        <source>Example doodles</source>
        <translation>示例涂鸦</translation>
    </message>
    <message>
        <source>Example: {name}</source>
        <translation>示例：{name}</translation>
    </message>
    <message>
        <source>Put this doodle on the page; undo brings yours back</source>
        <translation>把这幅涂鸦放到画纸上；撤销可恢复你的画</translation>
    </message>
    <message>
        <source>Example doodle</source>
        <translation>示例涂鸦</translation>
    </message>
</context>
<context>
    <name>ExamplePage</name>
    <message>
        <source>Draw one here</source>
        <translation>在这里画一张</translation>
    </message>
</context>
<context>
    <name>ExampleStrip</name>
    <message>
        <source>Example doodles</source>
        <translation>示例涂鸦</translation>
    </message>
    <message>
        <source>Example: {name}</source>
        <translation>示例：{name}</translation>
    </message>
</context>
<context>
    <name>ExampleTile</name>
    <message>
        <source>Put it on the page</source>
        <translation>放到画纸上</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>取出</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Take the doodle away</source>
        <translation>导出涂鸦</translation>
    </message>
    <message>
        <source>What the picture will look like</source>
        <translation>图片将是这个样子</translation>
    </message>
    <message>
        <source>Kind of picture</source>
        <translation>图片格式</translation>
    </message>
    <message>
        <source>PNG for everything, SVG to be crisp at any size</source>
        <translation>PNG 到处可用，SVG 放多大都清晰</translation>
    </message>
    <message>
        <source> pixels</source>
        <translation> 像素</translation>
    </message>
    <message>
        <source>Width and height</source>
        <translation>宽和高</translation>
    </message>
    <message>
        <source>Width and height of a PNG; an SVG is crisp at any size</source>
        <translation>PNG 的宽和高；SVG 在任何大小下都清晰</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>线条</translation>
    </message>
    <message>
        <source>Smooth outlines</source>
        <translation>平滑轮廓</translation>
    </message>
    <message>
        <source>The model&apos;s raw pixels</source>
        <translation>模型的原始像素</translation>
    </message>
    <message>
        <source>Smooth outlines, or the model&apos;s raw pixels</source>
        <translation>平滑轮廓，或模型的原始像素</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Ink on paper</source>
        <translation>纸上墨迹</translation>
    </message>
    <message>
        <source>Chalk on slate</source>
        <translation>石板粉笔</translation>
    </message>
    <message>
        <source>Black on white</source>
        <translation>白底黑线</translation>
    </message>
    <message>
        <source>Colours of the lines and of what is beneath</source>
        <translation>线条与底色的颜色</translation>
    </message>
    <message>
        <source>Without paper: transparent</source>
        <translation>不带纸张：透明背景</translation>
    </message>
    <message>
        <source>Only the ink, to lay over something else</source>
        <translation>只保留线条，可叠放在其他内容上</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Put the picture on the clipboard, PNG and SVG</source>
        <translation>把图片放入剪贴板，PNG 与 SVG 两种格式</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>The file remembers how the doodle was made: drop it here to get it back.</source>
        <translation>文件会记住涂鸦是怎样得来的：把它拖到这里即可还原。</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>FilterMenu</name>
    <message>
        <source>Show only this category on the map; more add and take away</source>
        <translation>地图上只显示这个类别；再选可增减</translation>
    </message>
</context>
<context>
    <name>ForgetMenu</name>
    <message>
        <source>Forget this direction; Undo brings it back</source>
        <translation>忘记这个方向；撤销可恢复</translation>
    </message>
    <message>
        <source>There are no directions yet</source>
        <translation>还没有方向</translation>
    </message>
</context>
<context>
    <name>Group</name>
    <message>
        <source>Add to the group</source>
        <translation>加入这一组</translation>
    </message>
    <message>
        <source>Take from the group</source>
        <translation>从这一组移除</translation>
    </message>
    <message>
        <source>{group}: doodle {number}</source>
        <translation>{group}：涂鸦 {number}</translation>
    </message>
    <message>
        <source>Delete, or right-click, to take it out</source>
        <translation>按 Delete 或右键单击可移除</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Start here</source>
        <translation>从这里开始</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>绘画</translation>
    </message>
    <message>
        <source>&lt;p&gt;Draw with mouse, pen or finger. The model sees your strokes as a picture of 28×28 pixels, made the way the drawings of its training were made; neither the width of the pen nor the size of the page changes that.&lt;/p&gt;&lt;p&gt;The right mouse button rubs out. A pen tablet draws thicker where you press harder, and its other end erases. Two fingers move and scale the drawing.&lt;/p&gt;&lt;p&gt;Open, paste or drop a picture, even a photograph of paper on a table: you see what becomes of it before it is taken. The model learnt from drawings of lines: lines are redrawn along their middle, filled shapes along their outline. Several pictures at once go to the shelf.&lt;/p&gt;&lt;p&gt;When the current doodle was not drawn by you, it lies on the page as a ghost that you can trace, or turn into ink.&lt;/p&gt;</source>
        <translation>&lt;p&gt;用鼠标、笔或手指作画。模型看到的是 28×28 像素的图像，其制作方式与训练所用的画作相同；画笔粗细和画纸大小都不会影响它。&lt;/p&gt;&lt;p&gt;鼠标右键用来擦除。使用数位板时，下笔越重线条越粗，笔的另一端是橡皮。两根手指可以移动和缩放整幅画。&lt;/p&gt;&lt;p&gt;可以打开、粘贴或拖入图片，放在桌上拍下的纸稿也行：采用之前会先看到结果。模型学的是线条画：线条无论粗细都取其中线，填实的形状则取其轮廓。一次拖入多张图片，则放上收藏架。&lt;/p&gt;&lt;p&gt;如果当前涂鸦不是你画的，它会像淡影一样铺在画纸上，供你描摹，也可以变成墨线。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Seen as</source>
        <translation>模型所见</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>&lt;p&gt;All doodles on one sheet: similar ones lie close together, colours tell the categories, and the shading is stronger where real drawings are dense. The marker is your doodle. Click to jump, drag to wander; the arrow keys move the marker, with Shift in long steps. The wheel, plus and minus, or two fingers zoom; two fingers, the right button, or Ctrl with the arrow keys move the map.&lt;/p&gt;&lt;p&gt;Click categories beneath the map, or choose them under &lt;b&gt;Show only&lt;/b&gt; in the Map menu, to see no others: the thumbnails, the neighbours and what a click brings are of these. &lt;b&gt;Nearby&lt;/b&gt; are doodles you kept and the densest places around yours; click one to take it.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Draw a way&lt;/b&gt; and your doodle walks along it. With the keys: arrows move the marker, the space bar sets a point, Enter sets the last one, Escape gives up.&lt;/p&gt;&lt;p&gt;Two numbers cannot say everything about a doodle, so the map is an approximation. Your doodle&apos;s own details travel along a little way, and give way to what drawings have there; switch them off to see what the place alone means.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Axes&lt;/b&gt; is a pad of any two directions along which doodles differ, the widest first; &lt;b&gt;Sliders&lt;/b&gt; has the ten leading ones. Both are counted in standard deviations (σ) from the mean.&lt;/p&gt;</source>
        <translation>&lt;p&gt;所有涂鸦都在一张图上：相似的彼此靠近，颜色表示类别，真实画作越密集的地方颜色越深。标记就是你的涂鸦。单击可跳转，拖动可漫游；方向键移动标记，按住 Shift 则大步移动。滚轮、加号和减号或两根手指可缩放；两根手指、右键或 Ctrl 加方向键可移动地图。&lt;/p&gt;&lt;p&gt;单击地图下方的类别，或在“地图”菜单的&lt;b&gt;只显示&lt;/b&gt;中选择，就只看这些类别：缩略图、附近的涂鸦和单击得到的都属于它们。&lt;b&gt;附近&lt;/b&gt;是你收藏的涂鸦，以及你的涂鸦周围画作最密集的地方；单击一幅即可取用。&lt;/p&gt;&lt;p&gt;&lt;b&gt;画一条路线&lt;/b&gt;，你的涂鸦就会沿着它走。也可用键盘：方向键移动标记，空格键定一个点，回车键定最后一个点，Esc 键放弃。&lt;/p&gt;&lt;p&gt;两个数字无法说尽一幅涂鸦，所以地图只是近似。你的涂鸦自身的细节会随之走一小段，然后让位给那里的画作所具有的；关闭这一项，就能看到位置本身的含义。&lt;/p&gt;&lt;p&gt;&lt;b&gt;坐标轴&lt;/b&gt;是一块板，可任选涂鸦有差别的两个方向，差别最大的排在前面；&lt;b&gt;滑块&lt;/b&gt;是最主要的十个方向。两者都以偏离均值的标准差（σ）计。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;New doodles that nobody drew, as many as you like. The same seed with the same settings always brings the same sketches back, and Undo those that were there before. A low temperature gives typical doodles, a high one gives surprises. Atlas draws several for each and shows the first that one would take for a person&apos;s.&lt;/p&gt;&lt;p&gt;Click a sketch to make it the current doodle, or drag it to another panel. A vanilla autoencoder cannot do this, and says why.&lt;/p&gt;&lt;p&gt;Ctrl with a click or the space bar selects several, Shift all that lie between: to compare them large, to keep them, or to save them as one sheet. &lt;b&gt;Many to a folder&lt;/b&gt; goes on with the same row of sketches, by the thousand; each file remembers how its doodle was made.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Teach it something new&lt;/b&gt;: draw anything a few times, five or more are best, and give it a name. It then stands in the category menu as yours; every model learns it from your drawings, and it can go to others as a file.&lt;/p&gt;</source>
        <translation>&lt;p&gt;从未有人画过的新涂鸦，要多少有多少。相同的种子和设置总会得到相同的草图，撤销则会找回之前的草图。温度低时涂鸦更典型，温度高时更有惊喜。Atlas 会为每幅草图先画几幅，只展示第一幅看起来像是人画的。&lt;/p&gt;&lt;p&gt;单击草图可将其设为当前涂鸦，也可以拖到其他面板。普通自编码器做不到这一点，并会说明原因。&lt;/p&gt;&lt;p&gt;按住 Ctrl 单击或按空格键可选中多幅，按住 Shift 则选中其间的全部：放大比较、放上收藏架，或存成一张缩略图表。&lt;b&gt;批量保存到文件夹&lt;/b&gt;沿着同一串草图继续画下去，一次上千幅；每个文件都记着涂鸦是怎样来的。&lt;/p&gt;&lt;p&gt;&lt;b&gt;教它新东西&lt;/b&gt;：把任意一样东西画几遍，五张以上最好，再起个名字。它就会作为你的类别出现在类别菜单里；每个模型都会从你的画中学会它，还可以存成文件给别人用。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Morph</source>
        <translation>变形</translation>
    </message>
    <message>
        <source>&lt;p&gt;Set a doodle as A and another as B, then walk between them with the slider or along the film beneath. Each point on the way is a whole doodle of its own, and you can draw on from there.&lt;/p&gt;&lt;p&gt;Doodles can be dropped on the places and between them from any panel; dragging a keyframe moves it in the row. Drag a picture of the film up or down to take it to another panel. The arrow keys move the slider; no mouse is needed.&lt;/p&gt;&lt;p&gt;The path &lt;b&gt;through drawings&lt;/b&gt; is the model&apos;s own: whatever lies between is a drawing too. The others go straight, along great circles, or on one smooth curve through all keyframes, and may cross places where nothing is drawn.&lt;/p&gt;&lt;p&gt;A saved GIF or strip remembers its keyframes: drop it on the window to get them back.&lt;/p&gt;</source>
        <translation>&lt;p&gt;把一幅涂鸦设为 A，另一幅设为 B，然后用滑块或沿着下面的胶片在两者之间过渡。途中每一点都是一幅完整的涂鸦，你可以从那里接着画。&lt;/p&gt;&lt;p&gt;可以从任何面板把涂鸦拖到格子上，或拖到两格之间；拖动关键帧可以改变它在这一排中的位置。把胶片上的一格向上或向下拖，就能把它带到别的面板。方向键移动滑块，不需要鼠标。&lt;/p&gt;&lt;p&gt;&lt;b&gt;以画过渡&lt;/b&gt;是模型自己的路径：途中每一步也都是一幅画。其他路径走直线、大圆，或一条穿过所有关键帧的平滑曲线，途中可能经过什么也没画的地方。&lt;/p&gt;&lt;p&gt;保存的 GIF 或长条图记得它的关键帧：把它拖到窗口上，就能找回来。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Mix</source>
        <translation>混合</translation>
    </message>
    <message>
        <source>&lt;p&gt;Arithmetic with doodles: A − B + C takes away what B has and adds what C has. The weights say how strongly; a click on a sign makes plus of minus. Delete empties a place, and takes an empty one away.&lt;/p&gt;&lt;p&gt;A &lt;b&gt;direction&lt;/b&gt; is the difference between two groups of doodles, such as cats with whiskers and cats without; saved, it becomes a slider for any doodle.&lt;/p&gt;</source>
        <translation>&lt;p&gt;涂鸦的算术：A − B + C 会去掉 B 的特征，再加上 C 的特征。权重表示强弱；单击符号可在加减之间切换。Delete 清空一个位置，再按一次移除空位置。&lt;/p&gt;&lt;p&gt;&lt;b&gt;方向&lt;/b&gt;是两组涂鸦之间的差别，例如有胡须的猫和没有胡须的猫；保存之后，它就成为适用于任何涂鸦的滑块。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Everything can be done with the keyboard: Tab goes from one control to the next, and the command palette finds any action by a word of what it is called or does.&lt;/p&gt;&lt;p&gt;Panels can be dragged by their titles, laid on one another as tabs, and hidden in the View menu, which ticks those that are shown; the window remembers where you put them. Tabs are dragged into another order; to pull a panel out from among them, drag it by the empty part of the bar beneath its tab. Ctrl, Shift and an arrow move the panel that has the keys: alone, it joins the tabs beside it; from among tabs, it gets a place of its own. Shift and F2 to F8 go to a panel, from behind its tab if need be; the same keys once more hide it.&lt;/p&gt;</source>
        <translation>&lt;p&gt;一切都可以用键盘完成：Tab 键在控件之间切换，命令面板可按操作的名称或说明中的一个词找到任何操作。&lt;/p&gt;&lt;p&gt;拖动标题可以移动面板，也可以把面板叠成标签页，或在“视图”菜单中隐藏，打勾的就是显示着的面板；窗口会记住它们的位置。拖动标签可以改变标签的顺序；要把面板从标签页中拉出来，请拖动标签下方那一栏的空白处。按 Ctrl、Shift 加方向键可移动当前面板：单独的面板会并入旁边的标签页，标签页中的面板会移出来单独放置。按 Shift 加 F2 至 F8 可转到相应的面板，即使它在别的标签页后面；再按一次则隐藏它。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Shelf</source>
        <translation>收藏架</translation>
    </message>
    <message>
        <source>&lt;p&gt;A shelf for the doodles you want to keep. Drag them in from any panel and out to any panel, or to another program as a picture; drop pictures that were made here to get their doodles back. Renaming and deleting can be undone.&lt;/p&gt;&lt;p&gt;Ctrl with a click or the space bar selects several, Shift all that lie between: to delete them or to save them as one sheet. Arrow keys walk along, with Ctrl they move a doodle; Enter makes it the current one.&lt;/p&gt;</source>
        <translation>&lt;p&gt;用来存放你想保留的涂鸦。可以从任何面板拖进来，也可以拖到任何面板，或作为图片拖到其他程序；把在这里做的图片拖进来，就能找回其中的涂鸦。重命名和删除都可以撤销。&lt;/p&gt;&lt;p&gt;按住 Ctrl 单击或按空格键可选中多幅，按住 Shift 则选中其间的全部：一起删除或存成一张缩略图表。方向键在涂鸦间移动，加 Ctrl 则移动涂鸦本身；回车键将其设为当前涂鸦。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Everything in the window is about one thing, the &lt;b&gt;current doodle&lt;/b&gt;. Draw it, find it on the map, pick it among sketches, morph or mix it: every panel shows the same doodle and every panel can change it.&lt;/p&gt;&lt;p&gt;A small neural network, an &lt;i&gt;autoencoder&lt;/i&gt;, squeezes each drawing into a short row of numbers, its &lt;b&gt;latent&lt;/b&gt;, and draws it anew from those numbers alone. What comes out is how the model understood you.&lt;/p&gt;&lt;p&gt;Whatever becomes of the doodle, the shelf, the morph and the mix is one step back with Undo, so try whatever you like.&lt;/p&gt;</source>
        <translation>&lt;p&gt;窗口中的一切都围绕一样东西：&lt;b&gt;当前涂鸦&lt;/b&gt;。画出它、在地图上找到它、从草图中挑选它、变形或混合它：每个面板显示的都是同一幅涂鸦，每个面板也都能改变它。&lt;/p&gt;&lt;p&gt;一个小型神经网络，即&lt;b&gt;自编码器&lt;/b&gt;，把每幅画压缩成一小串数字，也就是它的&lt;b&gt;潜在向量&lt;/b&gt;，再仅凭这些数字重新画出来。画出来的样子，就是模型对你的理解。&lt;/p&gt;&lt;p&gt;涂鸦、收藏架、变形和混合的每次改动都可以用“撤销”退回一步，请随意尝试。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;The doodle as the model redraws it, live while you draw. While the pen moves, the model reads your drawing at a glance; when it lifts, a model such as Atlas reads it again, compares and finds the small things: eyes, whiskers. Smooth outlines are crisp at any size; raw pixels show what really came out of the model.&lt;/p&gt;&lt;p&gt;Beneath you see the 28×28 picture that the model was given and, if the model can tell, what it takes your drawing for. Where it is rather sure of that, it also says how likely it finds such a drawing, among real ones. That is no mark: plain drawings are likely, those with many details of their own are rarer.&lt;/p&gt;&lt;p&gt;The noise slider disturbs what the model is given, not your drawing. Atlas has learnt to take noise away: it still finds your drawing under grain and specks that you can hardly see through; a strong shake misleads it. Models that have not learnt it redraw roughly and so smooth some of the noise away.&lt;/p&gt;&lt;p&gt;&lt;b&gt;More like this&lt;/b&gt; proposes variations, &lt;b&gt;Finish my sketch&lt;/b&gt; goes on where you stopped; click a proposal to take it.&lt;/p&gt;</source>
        <translation>&lt;p&gt;在你作画的同时，实时显示模型重画的涂鸦。落笔时，模型只粗看一眼；提笔之后，像“图谱”这样的模型会再读几遍，反复比对，找回眼睛、胡须这样的小地方。平滑轮廓在任何大小下都清晰；原始像素则显示模型真正的输出。&lt;/p&gt;&lt;p&gt;下方是交给模型的 28×28 图像；如果模型能够判断，还会显示它认为你画的是什么。较有把握时，还会说明与真实的画作相比，它认为这样的画有多可能出现。这不是评分：朴素的画很可能出现，细节独特的画则更少见。&lt;/p&gt;&lt;p&gt;噪声滑块干扰的是交给模型的图，不是你的画。“图谱”学过去除噪声：颗粒和斑点多到你几乎看不清时，它仍能找回你的画；抖动太强时它会认错。没有学过的模型画得粗略，只能顺带抹平一部分噪声。&lt;/p&gt;&lt;p&gt;&lt;b&gt;更多类似的&lt;/b&gt;给出变化，&lt;b&gt;帮我画完&lt;/b&gt;从你停笔处接着画；点一下即可采用。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>&lt;p&gt;A session is saved with everything in it: drawing, shelf, morph and mix, with your directions and what you have taught. Nothing is lost if the program ends unexpectedly: it shows what it kept at the next start, and what you do not bring back waits under Open recent.&lt;/p&gt;&lt;p&gt;Pictures leave as PNG or as SVG, crisp at any size. They carry how they were made: drop one on the window and the doodle is back, with the model that made it.&lt;/p&gt;&lt;p&gt;Other pictures are cleaned up: dropped on the page, you see how before it is done; dropped on the shelf, the morph or the mix, they become doodles right there, and several at once, or a whole folder, go to the shelf.&lt;/p&gt;</source>
        <translation>&lt;p&gt;会话会连同其中的一切一起保存：画作、收藏架、变形和混合，还有你的方向和你教过的类别。即使程序意外结束也不会丢失内容；下次启动时会列出保留下来的内容，没有恢复的仍在“最近打开”中。&lt;/p&gt;&lt;p&gt;图片可导出为 PNG 或 SVG，后者在任何大小下都清晰。图片中记录了制作方式：把它拖到窗口上，涂鸦就回来了，制作它的模型也会随之打开。&lt;/p&gt;&lt;p&gt;其他图片会先经过清理：拖到画纸上时，可以先看看清理的效果；拖到收藏架、变形或混合上时，直接在那里变成涂鸦；一次拖入多张，或拖入整个文件夹时，都放上收藏架。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>&lt;p&gt;Another model, another opinion: switch, and your drawing stays and is seen anew. The vanilla autoencoder redraws well but cannot invent; the variational one can, a little blurred; Atlas draws crisp doodles of every category it knows.&lt;/p&gt;&lt;p&gt;The card of a model tells how it was trained and how well it does. You can open a model of your own, trained with this project&apos;s &lt;code&gt;aemodel&lt;/code&gt; command; it stays in the menu until you take it off there; its file is never touched.&lt;/p&gt;</source>
        <translation>&lt;p&gt;不同的模型有不同的看法：切换模型后，你的画会保留下来，并被重新理解。普通自编码器重画得不错，但不会创作；变分自编码器会创作，只是略显模糊；“图谱”则能清晰地画出它认识的每个类别。&lt;/p&gt;&lt;p&gt;模型卡片说明它是怎样训练的、表现如何。你也可以打开自己的模型，用本项目的 &lt;code&gt;aemodel&lt;/code&gt; 命令即可训练；它会留在菜单里，直到你把它移出，文件本身不会被改动。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Window and keys</source>
        <translation>窗口与按键</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Pages of help</source>
        <translation>帮助页列表</translation>
    </message>
    <message>
        <source>Page of help</source>
        <translation>帮助页</translation>
    </message>
    <message>
        <source>What you can do here</source>
        <translation>在这里可以做什么</translation>
    </message>
</context>
<context>
    <name>Incoming</name>
    <message>
        <source>Pictures ({patterns});;All files (*)</source>
        <translation>图片 ({patterns});;所有文件 (*)</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>选择图片</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>粘贴的图片</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard; copy one first.</source>
        <translation>剪贴板中没有图片；请先复制一张。</translation>
    </message>
    <message>
        <source>Only {name} is opened; drop the others by themselves.</source>
        <translation>只打开了 {name}；其余文件请单独拖入。</translation>
    </message>
    <message>
        <source>Dropped picture</source>
        <translation>拖入的图片</translation>
    </message>
    <message>
        <source>Open picture</source>
        <translation>打开图片</translation>
    </message>
    <message>
        <source>{names} could not be taken; try each by itself.</source>
        <translation>未能取用 {names}；请逐个单独尝试。</translation>
    </message>
</context>
<context>
    <name>KeyframeTile</name>
    <message>
        <source>Take it out of the morph</source>
        <translation>从变形中移除</translation>
    </message>
</context>
<context>
    <name>Keyframes</name>
    <message>
        <source>Keyframes</source>
        <translation>关键帧</translation>
    </message>
    <message>
        <source>Keyframe {letter}</source>
        <translation>关键帧 {letter}</translation>
    </message>
    <message>
        <source>Drop a doodle here, or click to fill it. Drag, or Ctrl and an arrow key: another place in the row. Delete: take it out.</source>
        <translation>把涂鸦拖到这里，或单击填入。拖动，或按 Ctrl 加方向键：改变在序列中的位置。Delete：取出。</translation>
    </message>
</context>
<context>
    <name>Lasting</name>
    <message>
        <source>Directions and categories could not be kept for the next start ({reason}); save the session, which holds them too.</source>
        <translation>方向和类别未能保留到下次启动（{reason}）；请保存会话，其中也含有它们。</translation>
    </message>
</context>
<context>
    <name>Layout</name>
    <message>
        <source>The panel cannot go further to this side.</source>
        <translation>面板已经到这一侧的边上了。</translation>
    </message>
    <message>
        <source>There is no room for the panel there; enlarge the window.</source>
        <translation>那里放不下这个面板；请把窗口拉大。</translation>
    </message>
    <message>
        <source>Scroll left</source>
        <translation>向左滚动</translation>
    </message>
    <message>
        <source>Scroll right</source>
        <translation>向右滚动</translation>
    </message>
    <message>
        <source>Panels that share a place</source>
        <translation>共用一处的面板</translation>
    </message>
</context>
<context>
    <name>LeftQuestion</name>
    <message>
        <source>Throw this one away</source>
        <translation>丢弃这一份</translation>
    </message>
    <message>
        <source>Choose which; the others stay in the File menu, under Open recent.</source>
        <translation>请选择一份；其余的仍在“文件”菜单的“最近打开”中。</translation>
    </message>
    <message>
        <source>Doodlescape did not close properly. Bring your doodles back?</source>
        <translation>Doodlescape 上次没有正常关闭。要恢复你的涂鸦吗？</translation>
    </message>
    <message>
        <source>Bring them back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Throw them away</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>What was kept</source>
        <translation>保留下来的内容</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>{count} on the shelf</source>
        <translation>收藏架上 {count} 幅</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Categories</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Click: show only this. More clicks add and take away.
Right click: all by name.</source>
        <translation>单击：只显示这一类；再单击其他类别可增减。
右击：按名称列出全部。</translation>
    </message>
</context>
<context>
    <name>Lesson</name>
    <message>
        <source>Add example</source>
        <translation>添加示例</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>There is no step to take back yet.</source>
        <translation>还没有可以撤销的步骤。</translation>
    </message>
    <message>
        <source>No step was taken back.</source>
        <translation>没有撤销过的步骤。</translation>
    </message>
    <message>
        <source>Go to the panel that is to move first, with Ctrl+F6.</source>
        <translation>请先用 Ctrl+F6 转到要移动的面板。</translation>
    </message>
    <message>
        <source>The settings could not be read and begin anew, so choose them again; the damaged file is kept as {path}.</source>
        <translation>设置无法读取，已恢复为初始值，请重新选择；损坏的文件保留为 {path}。</translation>
    </message>
    <message>
        <source>Tool bar</source>
        <translation>工具栏</translation>
    </message>
</context>
<context>
    <name>ManyDialog</name>
    <message>
        <source>Many doodles</source>
        <translation>批量涂鸦</translation>
    </message>
    <message>
        <source>{what} · seed {seed} · temperature {temperature}</source>
        <translation>{what} · 种子 {seed} · 温度 {temperature}</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>How many doodles</source>
        <translation>涂鸦数量</translation>
    </message>
    <message>
        <source> pixels</source>
        <translation> 像素</translation>
    </message>
    <message>
        <source>Width and height</source>
        <translation>宽和高</translation>
    </message>
    <message>
        <source>Width and height of each picture</source>
        <translation>每张图片的宽和高</translation>
    </message>
    <message>
        <source>Kind of picture</source>
        <translation>图片格式</translation>
    </message>
    <message>
        <source>PNG for everything, SVG to be crisp at any size</source>
        <translation>PNG 通用，SVG 在任何大小下都清晰</translation>
    </message>
    <message>
        <source>They go into a new folder, the first ones being those of the panel. Each file remembers how its doodle was made: drop it here to get it back.</source>
        <translation>它们会存入一个新文件夹，最前面的就是面板中的那些。每个文件都记着涂鸦是怎样来的：拖到这里即可还原。</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Sketches</source>
        <translation>草图</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
</context>
<context>
    <name>ManySaving</name>
    <message>
        <source>Folder for the doodles</source>
        <translation>存放涂鸦的文件夹</translation>
    </message>
    <message>
        <source>{what}, seed {seed}</source>
        <translation>{what}，种子 {seed}</translation>
    </message>
    <message>
        <source>Stopped: {count} doodles are in “{folder}”.</source>
        <translation>已停止：“{folder}”中有 {count} 幅涂鸦。</translation>
    </message>
    <message>
        <source>The doodles that are in “{folder}” already stay there.</source>
        <translation>已存入“{folder}”的涂鸦会留在那里。</translation>
    </message>
    <message>
        <source>any</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>again</source>
        <translation>再</translation>
    </message>
    <message>
        <source>{count} doodles are in “{folder}”.</source>
        <translation>{count} 幅涂鸦已存入“{folder}”。</translation>
    </message>
</context>
<context>
    <name>MapCaption</name>
    <message>
        <source>{category} {percent} %</source>
        <translation>{category} {percent}%</translation>
    </message>
</context>
<context>
    <name>MapMover</name>
    <message>
        <source>Fill in anew</source>
        <translation>重新补全</translation>
    </message>
    <message>
        <source>Move on the map</source>
        <translation>在地图上移动</translation>
    </message>
    <message>
        <source>Walk the way</source>
        <translation>沿路线行走</translation>
    </message>
    <message>
        <source>Draw a way</source>
        <translation>画一条路线</translation>
    </message>
    <message>
        <source>Wipe the way off</source>
        <translation>擦去路线</translation>
    </message>
</context>
<context>
    <name>MapPanel</name>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Sh&amp;ow only</source>
        <translation>只显示(&amp;O)</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Move on the map</source>
        <translation>在地图上移动</translation>
    </message>
    <message>
        <source>Move the doodle on and set another point of the way.</source>
        <translation>请移动涂鸦，再定路线的一个点。</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>模型(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>生成(&amp;G)</translation>
    </message>
    <message>
        <source>M&amp;ap</source>
        <translation>地图(&amp;A)</translation>
    </message>
    <message>
        <source>M&amp;orph</source>
        <translation>变形(&amp;O)</translation>
    </message>
    <message>
        <source>M&amp;ix</source>
        <translation>混合(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Num&amp;ber and temperature</source>
        <translation>数量和温度(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Noise</source>
        <translation>噪声(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Move the panel</source>
        <translation>移动面板(&amp;M)</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>语言(&amp;G)</translation>
    </message>
    <message>
        <source>Pat&amp;h</source>
        <translation>路径(&amp;H)</translation>
    </message>
    <message>
        <source>Repea&amp;t</source>
        <translation>重复(&amp;T)</translation>
    </message>
</context>
<context>
    <name>MixPanel</name>
    <message>
        <source>Mix</source>
        <translation>混合</translation>
    </message>
    <message>
        <source>A − B + C</source>
        <translation>A − B + C</translation>
    </message>
    <message>
        <source>Add and subtract doodles</source>
        <translation>涂鸦的加减</translation>
    </message>
    <message>
        <source>Directions</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Named directions as sliders on the doodle</source>
        <translation>把命名的方向作为涂鸦的滑块</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Make a direction of doodles with and without something</source>
        <translation>用有某特征和没有该特征的涂鸦做一个方向</translation>
    </message>
    <message>
        <source>&amp;Forget a direction</source>
        <translation>忘记一个方向(&amp;F)</translation>
    </message>
    <message>
        <source>There is no doodle to add yet.</source>
        <translation>还没有可加入的涂鸦。</translation>
    </message>
    <message>
        <source>Put doodles into the mix first.</source>
        <translation>请先把涂鸦放入混合。</translation>
    </message>
    <message>
        <source>The mix has room for {count} doodles.</source>
        <translation>混合最多容纳 {count} 幅涂鸦。</translation>
    </message>
    <message>
        <source>The doodle is in the mix now.</source>
        <translation>涂鸦已放入混合。</translation>
    </message>
    <message>
        <source>Empty the mix</source>
        <translation>清空混合</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>Quick, Draw! drawings, made available by Google, Inc. under the Creative Commons Attribution 4.0 International license (CC BY 4.0)</source>
        <translation>Quick, Draw! 的画作，由 Google 公司以“知识共享署名 4.0 国际”（CC BY 4.0）许可提供</translation>
    </message>
    <message>
        <source>vanilla autoencoder: redraws, cannot invent</source>
        <translation>普通自编码器：会重画，不会创作</translation>
    </message>
    <message>
        <source>variational autoencoder: redraws and invents</source>
        <translation>变分自编码器：会重画，也会创作</translation>
    </message>
    <message>
        <source>denoising autoencoder: cleans up</source>
        <translation>去噪自编码器：能清理画面</translation>
    </message>
    <message>
        <source>linear autoencoder (principal components)</source>
        <translation>线性自编码器（主成分）</translation>
    </message>
    <message>
        <source>variational autoencoder with a learned eye (VAE/GAN)</source>
        <translation>带学习判别的变分自编码器（VAE/GAN）</translation>
    </message>
    <message>
        <source>vector-quantised autoencoder</source>
        <translation>矢量量化自编码器</translation>
    </message>
    <message>
        <source>residual variational autoencoder with a flow as its prior</source>
        <translation>以流模型为先验的残差变分自编码器</translation>
    </message>
    <message>
        <source>none: it cannot invent doodles</source>
        <translation>无：不能创作涂鸦</translation>
    </message>
    <message>
        <source>the standard normal distribution</source>
        <translation>标准正态分布</translation>
    </message>
    <message>
        <source>a fitted normal distribution</source>
        <translation>拟合的正态分布</translation>
    </message>
    <message>
        <source>a flow that knows the categories</source>
        <translation>了解类别的流模型</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Draws</source>
        <translation>能画</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Numbers per doodle</source>
        <translation>每幅涂鸦的数字个数</translation>
    </message>
    <message>
        <source>Invents from</source>
        <translation>创作来源</translation>
    </message>
    <message>
        <source>Reads a drawing</source>
        <translation>读画</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>keeps {percent} % of what the numbers say</source>
        <translation>保留数字所含信息的 {percent}%</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>once</source>
        <translation>一遍</translation>
    </message>
    <message>
        <source>once while the pen moves, {count} times when it rests</source>
        <translation>落笔时一遍，停笔后 {count} 遍</translation>
    </message>
    <message>
        <source>{train} to learn from, {test} kept apart to test</source>
        <translation>{train} 幅用于学习，{test} 幅留作测试</translation>
    </message>
    <message>
        <source>Drawings</source>
        <translation>画作</translation>
    </message>
    <message>
        <source>{epochs} epochs in {minutes} minutes</source>
        <translation>{epochs} 轮，共 {minutes} 分钟</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Seed of the training</source>
        <translation>训练的种子</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Licence of the data</source>
        <translation>数据的许可证</translation>
    </message>
    <message>
        <source>Redrawing error</source>
        <translation>重画误差</translation>
    </message>
    <message>
        <source>{value} nats per drawing; lower is closer to the original</source>
        <translation>每幅画 {value} 奈特；越低越接近原画</translation>
    </message>
    <message>
        <source>Evidence bound</source>
        <translation>证据下界</translation>
    </message>
    <message>
        <source>{value} nats per drawing; higher means that real drawings surprise it less</source>
        <translation>每幅画 {value} 奈特；越高表示真实画作越不令它意外</translation>
    </message>
    <message>
        <source>Redrawings</source>
        <translation>重画</translation>
    </message>
    <message>
        <source>FID {value}; lower looks more like real drawings, 0 is the best</source>
        <translation>FID {value}；越低越像真实画作，0 为最佳</translation>
    </message>
    <message>
        <source>Invented doodles</source>
        <translation>创作的涂鸦</translation>
    </message>
    <message>
        <source>{percent} % are recognised as what they were meant to be</source>
        <translation>{percent}% 能被认出是要画的东西</translation>
    </message>
    <message>
        <source>Recognised</source>
        <translation>识别率</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>模型卡片</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>How well it does on drawings it has never seen</source>
        <translation>在从未见过的画作上的表现</translation>
    </message>
    <message>
        <source>How it was made</source>
        <translation>它是怎样得来的</translation>
    </message>
    <message>
        <source>What it cannot do</source>
        <translation>它做不到的事</translation>
    </message>
</context>
<context>
    <name>ModelMenu</name>
    <message>
        <source>Made with {model}, which is not here; {title} redraws it.</source>
        <translation>这幅涂鸦由“{model}”制作，但这里没有该模型；现由“{title}”重画。</translation>
    </message>
    <message>
        <source>Open model</source>
        <translation>打开模型</translation>
    </message>
    <message>
        <source>Models (*.zip model.json)</source>
        <translation>模型 (*.zip model.json)</translation>
    </message>
    <message>
        <source>The model that redraws</source>
        <translation>负责重画的模型</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>&amp;Forget a model</source>
        <translation>移除模型(&amp;F)</translation>
    </message>
    <message>
        <source>Made with {title}, which is open now.</source>
        <translation>这幅涂鸦由“{title}”制作，现已打开该模型。</translation>
    </message>
    <message>
        <source>The model {path} is not where it was, so {title} is open; if it has moved, use Open model… in the Model menu.</source>
        <translation>模型 {path} 不在原来的地方了，所以打开的是“{title}”；如果它换了地方，请用“模型”菜单里的“打开模型…”。</translation>
    </message>
    <message>
        <source>{name}: {problem}</source>
        <translation>{name}：{problem}</translation>
    </message>
    <message>
        <source>{path} stays where it is; Open model… brings it back.</source>
        <translation>{path} 会留在原处；用“打开模型…”可以让它回来。</translation>
    </message>
    <message>
        <source>Take {title} off the menu?</source>
        <translation>要把“{title}”移出菜单吗？</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Take it off</source>
        <translation>移出</translation>
    </message>
    <message>
        <source>{title} is off the menu.</source>
        <translation>“{title}”已移出菜单。</translation>
    </message>
    <message>
        <source>Let this model redraw; the drawing stays</source>
        <translation>让这个模型来重画；你的画会保留</translation>
    </message>
    <message>
        <source>No model in assets/models</source>
        <translation>assets/models 中没有模型</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>没有模型</translation>
    </message>
    <message>
        <source>Take this model of yours off the menu; its file stays</source>
        <translation>把你的这个模型移出菜单；文件仍保留</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>Autoencoder</source>
        <translation>自编码器</translation>
    </message>
    <message>
        <source>Variational autoencoder</source>
        <translation>变分自编码器</translation>
    </message>
    <message>
        <source>Atlas</source>
        <translation>图谱</translation>
    </message>
</context>
<context>
    <name>MorphDialog</name>
    <message>
        <source>Export the morph</source>
        <translation>导出变形</translation>
    </message>
    <message>
        <source>Animated GIF</source>
        <translation>GIF 动画</translation>
    </message>
    <message>
        <source>One PNG, frames side by side</source>
        <translation>一张 PNG，各帧并排</translation>
    </message>
    <message>
        <source>Numbered PNGs in a folder</source>
        <translation>文件夹中的编号 PNG</translation>
    </message>
    <message>
        <source>Numbered SVGs in a folder</source>
        <translation>文件夹中的编号 SVG</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>once</source>
        <translation>一次</translation>
    </message>
    <message>
        <source>loop</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>to and fro</source>
        <translation>来回</translation>
    </message>
    <message>
        <source>Plays</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>帧数</translation>
    </message>
    <message>
        <source>Width and height of a frame</source>
        <translation>每帧的宽和高</translation>
    </message>
    <message>
        <source> pixels</source>
        <translation> 像素</translation>
    </message>
    <message>
        <source>Time of a frame</source>
        <translation>每帧的时间</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> 毫秒</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>An animation of {seconds} seconds.</source>
        <translation>一段 {seconds} 秒的动画。</translation>
    </message>
    <message>
        <source>{count} files in a new folder; each remembers how it was made.</source>
        <translation>新文件夹中的 {count} 个文件，每个都记得自己是怎样画成的。</translation>
    </message>
    <message>
        <source>A picture of {width} × {height} pixels.</source>
        <translation>一张 {width} × {height} 像素的图片。</translation>
    </message>
    <message>
        <source>It can be no wider, so the frames are smaller.</source>
        <translation>图片不能更宽，因此每帧会小一些。</translation>
    </message>
    <message>
        <source>The file remembers the morph: drop it here to get the keyframes back.</source>
        <translation>文件记得这个变形：把它拖到这里，就能找回关键帧。</translation>
    </message>
</context>
<context>
    <name>MorphOpening</name>
    <message>
        <source>Open morph</source>
        <translation>打开变形</translation>
    </message>
    <message>
        <source>The keyframes of the morph are back.</source>
        <translation>变形的关键帧回来了。</translation>
    </message>
</context>
<context>
    <name>MorphPanel</name>
    <message>
        <source>Morph</source>
        <translation>变形</translation>
    </message>
    <message>
        <source>Fill A and B, or drop doodles on them, and walk between</source>
        <translation>填入 A 和 B，或把涂鸦拖上去，就能在两者之间过渡</translation>
    </message>
    <message>
        <source>The model is drawing what lies between…</source>
        <translation>模型正在画中间的过程…</translation>
    </message>
    <message>
        <source>Along the morph</source>
        <translation>沿变形行走</translation>
    </message>
    <message>
        <source>Walk from the first keyframe to the last; Space plays</source>
        <translation>从第一个关键帧走到最后一个；空格键播放</translation>
    </message>
    <message>
        <source>Film of the morph</source>
        <translation>变形的胶片</translation>
    </message>
    <message>
        <source>Drag sideways: walk the morph. Drag a picture up or down: take it elsewhere.</source>
        <translation>横向拖动：沿变形行走。向上或向下拖动一格：把它带到别处。</translation>
    </message>
    <message>
        <source>Speed of the morph</source>
        <translation>变形的速度</translation>
    </message>
    <message>
        <source>Slower or faster</source>
        <translation>慢些或快些</translation>
    </message>
    <message>
        <source>once</source>
        <translation>一次</translation>
    </message>
    <message>
        <source>loop</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>to and fro</source>
        <translation>来回</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>What happens at the end of the way</source>
        <translation>走到终点后怎么办</translation>
    </message>
    <message>
        <source>The doodle is in the morph now.</source>
        <translation>涂鸦已放入变形。</translation>
    </message>
    <message>
        <source>Turn the morph round</source>
        <translation>反转变形</translation>
    </message>
    <message>
        <source>Fill two keyframes first.</source>
        <translation>请先填入两个关键帧。</translation>
    </message>
    <message>
        <source>There are no keyframes yet.</source>
        <translation>还没有关键帧。</translation>
    </message>
    <message>
        <source>Draw or choose a doodle first.</source>
        <translation>请先画一幅或选一幅涂鸦。</translation>
    </message>
    <message>
        <source>A morph has room for {count} keyframes.</source>
        <translation>一个变形最多容纳 {count} 个关键帧。</translation>
    </message>
    <message>
        <source>Play the morph</source>
        <translation>播放变形</translation>
    </message>
</context>
<context>
    <name>MorphSaving</name>
    <message>
        <source>Morph being saved</source>
        <translation>正在保存变形</translation>
    </message>
    <message>
        <source>Stop saving the morph</source>
        <translation>停止保存变形</translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation>已保存 {name}。</translation>
    </message>
    <message>
        <source>Stopped: {name} was not saved.</source>
        <translation>已停止：{name} 没有保存。</translation>
    </message>
    <message>
        <source>Nothing of “{name}” is kept.</source>
        <translation>“{name}”将不会保留任何内容。</translation>
    </message>
    <message>
        <source>“{name}” stays as it was before.</source>
        <translation>“{name}”保持原样。</translation>
    </message>
    <message>
        <source>{done} % saved</source>
        <translation>已保存 {done}%</translation>
    </message>
    <message>
        <source>Morph</source>
        <translation>变形</translation>
    </message>
    <message>
        <source>Folder for the pictures</source>
        <translation>存放图片的文件夹</translation>
    </message>
    <message>
        <source>Save the film as</source>
        <translation>动画另存为</translation>
    </message>
    <message>
        <source>Save the strip as</source>
        <translation>长条图另存为</translation>
    </message>
</context>
<context>
    <name>Nearby</name>
    <message>
        <source>Nearby</source>
        <translation>附近</translation>
    </message>
    <message>
        <source>Doodles you kept, and the places nearest to yours where drawings are densest</source>
        <translation>你收藏的涂鸦，以及离你最近且画作最密集的地方</translation>
    </message>
    <message>
        <source>Neighbour {number}</source>
        <translation>邻居 {number}</translation>
    </message>
    <message>
        <source>Click: make it the current doodle. Drag: take it elsewhere.</source>
        <translation>单击：设为当前涂鸦。拖动：带到别处。</translation>
    </message>
</context>
<context>
    <name>Noise</name>
    <message>
        <source>grain</source>
        <translation>颗粒</translation>
    </message>
    <message>
        <source>specks</source>
        <translation>斑点</translation>
    </message>
    <message>
        <source>shake</source>
        <translation>抖动</translation>
    </message>
</context>
<context>
    <name>NoiseBar</name>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Noise on the input</source>
        <translation>输入噪声</translation>
    </message>
    <message>
        <source>Kind of noise</source>
        <translation>噪声类型</translation>
    </message>
    <message>
        <source>Disturbs what the model is given: watch what it makes of that</source>
        <translation>干扰交给模型的图像：看看它会画成什么样</translation>
    </message>
</context>
<context>
    <name>NumberBox</name>
    <message>
        <source>Between {least} and {most}</source>
        <translation>可取 {least} 到 {most}</translation>
    </message>
</context>
<context>
    <name>PanelDock</name>
    <message>
        <source>{sentence} The panel {panel} is hidden; {keys} shows it.</source>
        <translation>{sentence}“{panel}”面板已隐藏，按 {keys} 显示。</translation>
    </message>
</context>
<context>
    <name>PathChoice</name>
    <message>
        <source>through drawings</source>
        <translation>以画过渡</translation>
    </message>
    <message>
        <source>The model&apos;s own path: what lies between is a drawing too</source>
        <translation>模型自己的路径：途中每一步也都是一幅画</translation>
    </message>
    <message>
        <source>straight</source>
        <translation>直线</translation>
    </message>
    <message>
        <source>Straight lines in the latent space</source>
        <translation>潜在空间中的直线</translation>
    </message>
    <message>
        <source>spherical</source>
        <translation>球面</translation>
    </message>
    <message>
        <source>Great circles in the latent space</source>
        <translation>潜在空间中的大圆</translation>
    </message>
    <message>
        <source>spline</source>
        <translation>样条</translation>
    </message>
    <message>
        <source>One smooth curve through all keyframes</source>
        <translation>一条穿过所有关键帧的平滑曲线</translation>
    </message>
    <message>
        <source>Path of the morph</source>
        <translation>变形的路径</translation>
    </message>
    <message>
        <source>Which way the morph takes from keyframe to keyframe</source>
        <translation>变形从一个关键帧走到下一个的路线</translation>
    </message>
</context>
<context>
    <name>PictureDialog</name>
    <message>
        <source>The picture has the model&apos;s form already</source>
        <translation>这张图片已经是模型所需的形式</translation>
    </message>
    <message>
        <source>Open a picture</source>
        <translation>打开图片</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>28×28: what the model gets</source>
        <translation>28×28：模型得到的图像</translation>
    </message>
    <message>
        <source>As the model redraws it</source>
        <translation>模型重画的样子</translation>
    </message>
    <message>
        <source>Ink begins at</source>
        <translation>墨迹起点</translation>
    </message>
    <message>
        <source>Threshold between paper and ink</source>
        <translation>纸与墨的阈值</translation>
    </message>
    <message>
        <source>Left: faint lines count as ink. Right: only dark ones.</source>
        <translation>向左：浅线也算墨迹。向右：只算深色线条。</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Find the threshold by the picture&apos;s own contrast</source>
        <translation>根据图片自身的对比度确定阈值</translation>
    </message>
    <message>
        <source>Use this doodle</source>
        <translation>使用这幅涂鸦</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>PlanePage</name>
    <message>
        <source>Map of doodles</source>
        <translation>涂鸦地图</translation>
    </message>
    <message>
        <source>Arrow keys move the doodle, with Ctrl the map; plus and minus zoom, Escape puts the doodle back. While you draw a way, Space sets a point of it where the doodle is, and Enter the last one</source>
        <translation>方向键移动涂鸦，加 Ctrl 移动地图；加号和减号缩放，Esc 键让涂鸦回到原处。画路线时，空格键在涂鸦所在处定一个点，回车键定最后一个点</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Two numbers cannot say everything about a doodle: the map is an approximation that keeps this share of the latent&apos;s variance.</source>
        <translation>两个数字无法说尽一幅涂鸦：地图只是近似，保留了潜在向量方差的这一部分。</translation>
    </message>
    <message>
        <source>Seed of what places do not say</source>
        <translation>补全位置未说明部分的种子</translation>
    </message>
    <message>
        <source>Two numbers do not say everything: the rest comes from this seed</source>
        <translation>两个数字说不尽一切：其余部分来自这个种子</translation>
    </message>
    <message>
        <source>≈ 2D keeps {percent}&#xa0;% of the variance</source>
        <translation>≈ 二维保留 {percent}% 的方差</translation>
    </message>
    <message>
        <source>Places of this model&apos;s map say everything they can.</source>
        <translation>这个模型的地图位置已经说明了全部信息。</translation>
    </message>
    <message>
        <source>All categories are shown.</source>
        <translation>已显示所有类别。</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>No model is installed, so drawings cannot be redrawn yet. Put a model bundle into assets/models, or start with --model and the path of one.</source>
        <translation>没有安装模型，暂时无法重画。请把模型放入 assets/models，或用 --model 加模型路径启动。</translation>
    </message>
    <message>
        <source>{name} could not be written ({reason}); try another place.</source>
        <translation>无法写入 {name}（{reason}）；请换个位置。</translation>
    </message>
    <message>
        <source>{name} could not be read ({reason}); check where it is.</source>
        <translation>无法读取 {name}（{reason}）；请确认它在哪里。</translation>
    </message>
    <message>
        <source>There is no picture in the folder {name}; choose another one.</source>
        <translation>文件夹 {name} 里没有图片；请换一个。</translation>
    </message>
    <message>
        <source>The folder {name} could not be written; choose another place for it.</source>
        <translation>无法写入文件夹 {name}；请换个位置。</translation>
    </message>
    <message>
        <source>{name} is damaged and cannot be opened; try another copy of it.</source>
        <translation>{name} 已损坏，无法打开；请试试它的另一份副本。</translation>
    </message>
    <message>
        <source>{name} is not a session of Doodlescape; choose a .doodle file.</source>
        <translation>{name} 不是 Doodlescape 的会话；请选择 .doodle 文件。</translation>
    </message>
    <message>
        <source>This file was made by a newer Doodlescape; update to open it.</source>
        <translation>这个文件由更新版本的 Doodlescape 制作；请升级后再打开。</translation>
    </message>
    <message>
        <source>This doodle is damaged and cannot be read; open another copy of the file.</source>
        <translation>这幅涂鸦已损坏，无法读取；请打开文件的另一份副本。</translation>
    </message>
    <message>
        <source>This picture was made by a newer Doodlescape; update to open it.</source>
        <translation>这张图片由更新版本的 Doodlescape 制作；请升级后再打开。</translation>
    </message>
    <message>
        <source>{name} is damaged; the directions in it are lost.</source>
        <translation>{name} 已损坏；其中的方向已丢失。</translation>
    </message>
    <message>
        <source>{name} is damaged; the categories in it are lost.</source>
        <translation>{name} 已损坏；其中的类别已丢失。</translation>
    </message>
    <message>
        <source>{name} is larger than {size} MiB; use a smaller one.</source>
        <translation>{name} 超过 {size} MiB；请换一张小一点的。</translation>
    </message>
    <message>
        <source>{name} is too large for a drawing; use a smaller one.</source>
        <translation>{name} 太大，无法作为画作；请换一张小一点的。</translation>
    </message>
    <message>
        <source>{name} has too many pixels; use a smaller one.</source>
        <translation>{name} 的像素太多；请换一张小一点的。</translation>
    </message>
    <message>
        <source>{name} has {width} x {height} pixels, which is too many; use one of at most {most} million.</source>
        <translation>{name} 有 {width} × {height} 像素，太多了；请换一张不超过 {most} 百万像素的。</translation>
    </message>
    <message>
        <source>{name} is not a picture that can be read; save it as PNG or JPEG.</source>
        <translation>{name} 不是可读取的图片；请另存为 PNG 或 JPEG。</translation>
    </message>
    <message>
        <source>Only pictures are taken together; drop {name} by itself.</source>
        <translation>只有图片可以一起拖入；请单独拖入 {name}。</translation>
    </message>
    <message>
        <source>{name} is not an SVG drawing that can be read; save it again as PNG.</source>
        <translation>{name} 不是可读取的 SVG 图；请另存为 PNG。</translation>
    </message>
    <message>
        <source>{name} cannot be read ({reason}); try another copy.</source>
        <translation>无法读取 {name}（{reason}）；请试试另一份副本。</translation>
    </message>
    <message>
        <source>{name} is larger than {size} MiB; it is no file of Doodlescape.</source>
        <translation>{name} 超过 {size} MiB，不是 Doodlescape 的文件；请另选一个。</translation>
    </message>
    <message>
        <source>What this picture says of its doodles is damaged; open another copy of it.</source>
        <translation>这张图片中记录的涂鸦信息已损坏；请打开它的另一份副本。</translation>
    </message>
    <message>
        <source>The example doodle {category} is missing; install Doodlescape again.</source>
        <translation>缺少示例涂鸦“{category}”；请重新安装 Doodlescape。</translation>
    </message>
    <message>
        <source>There is no picture {name}; check where it is.</source>
        <translation>找不到图片 {name}；请确认它在哪里。</translation>
    </message>
    <message>
        <source>{name} cannot be read ({detail}); save it again as PNG.</source>
        <translation>无法读取 {name}；请另存为 PNG 再试。</translation>
    </message>
    <message>
        <source>The picture is empty; copy it again.</source>
        <translation>图片是空的；请重新复制。</translation>
    </message>
    <message>
        <source>Only the first {count} pictures were taken; drop the others by themselves.</source>
        <translation>只接收了前 {count} 张图片；其余的请另外拖入。</translation>
    </message>
    <message>
        <source>Nothing is drawn in this picture; choose one with lines darker or lighter than the paper.</source>
        <translation>这张图片里没有画任何东西；请选一张线条比纸面更深或更浅的。</translation>
    </message>
    <message>
        <source>An array of shape {shape} and type {type} is no picture.</source>
        <translation>形状为 {shape}、类型为 {type} 的数组不是图片。</translation>
    </message>
    <message>
        <source>The threshold must lie between 0 and 1.</source>
        <translation>阈值必须在 0 到 1 之间。</translation>
    </message>
    <message>
        <source>You have {most} categories; delete one first.</source>
        <translation>你已有 {most} 个类别；请先删除一个。</translation>
    </message>
    <message>
        <source>A category is taught by {fewest} to {most} drawings.</source>
        <translation>教一个类别需要 {fewest} 到 {most} 幅画。</translation>
    </message>
    <message>
        <source>A category needs a name.</source>
        <translation>类别需要一个名字。</translation>
    </message>
    <message>
        <source>A category needs a name of 1 to {most} letters.</source>
        <translation>类别的名字需要 1 到 {most} 个字符。</translation>
    </message>
    <message>
        <source>A category is learnt from {fewest} to {most} drawings, better five or more; here are {count}.</source>
        <translation>学习一个类别需要 {fewest} 到 {most} 幅画，最好五幅以上；现在有 {count} 幅。</translation>
    </message>
    <message>
        <source>{name} comes without drawings and was learnt by the model {model}; open that model, then bring it again.</source>
        <translation>“{name}”不带画作，而且是由模型“{model}”学会的；请先打开那个模型，再把它加进来。</translation>
    </message>
    <message>
        <source>The model {model} does not know {category}; did you mean {guess}?</source>
        <translation>模型“{model}”不认识“{category}”；你指的是“{guess}”吗？</translation>
    </message>
    <message>
        <source>The learnt category lacks its name or its model.</source>
        <translation>缺少名字或所属的模型。</translation>
    </message>
    <message>
        <source>The learnt category must have {fewest} to {most} examples.</source>
        <translation>应有 {fewest} 到 {most} 个示例。</translation>
    </message>
    <message>
        <source>The drawings of the learnt category do not fit its latents.</source>
        <translation>画作与潜在向量不符。</translation>
    </message>
    <message>
        <source>Drop at least one doodle on each side to make a direction.</source>
        <translation>请在两边各放至少一幅涂鸦，才能做出方向。</translation>
    </message>
    <message>
        <source>The category {name} was learnt by the model {model}; for {present}, learn it again from the drawings.</source>
        <translation>类别 {name} 是由模型“{model}”学会的；要用于“{present}”，请用画作重新学习。</translation>
    </message>
    <message>
        <source>Both sides are the same; change one of them to make a direction.</source>
        <translation>两边的涂鸦相同；请更换其中一边再创建方向。</translation>
    </message>
    <message>
        <source>The learnt category is not an intact archive of arrays: {detail}.</source>
        <translation>文件不完整。</translation>
    </message>
    <message>
        <source>The learnt category holds something else than plain arrays: {detail}.</source>
        <translation>文件里有不该有的内容。</translation>
    </message>
    <message>
        <source>The learnt category unpacks to more than the {limit} bytes allowed.</source>
        <translation>解压后超过了允许的 {limit} 字节。</translation>
    </message>
    <message>
        <source>The learnt category lacks the array {name}.</source>
        <translation>缺少数组 {name}。</translation>
    </message>
    <message>
        <source>The learnt category: {name} must hold real numbers, not {type}.</source>
        <translation>{name} 应为实数，而不是 {type}。</translation>
    </message>
    <message>
        <source>The learnt category: {name} has the shape {shape} instead of {due}.</source>
        <translation>{name} 的形状是 {shape}，应为 {due}。</translation>
    </message>
    <message>
        <source>The learnt category: {name} holds values that are not finite.</source>
        <translation>{name} 中有非有限的数值。</translation>
    </message>
    <message>
        <source>This category cannot be used, so take another copy of its file ({problem}).</source>
        <translation>这个类别无法使用，请换一份它的文件（{problem}）。</translation>
    </message>
    <message>
        <source>A morph needs at least two latents.</source>
        <translation>变形至少需要两个潜在向量。</translation>
    </message>
    <message>
        <source>A morph needs at least two frames.</source>
        <translation>变形至少需要两帧。</translation>
    </message>
    <message>
        <source>The latents of a morph must have one length.</source>
        <translation>一次变形的潜在向量必须长度相同。</translation>
    </message>
    <message>
        <source>Positions on a path must be finite.</source>
        <translation>路径上的位置必须是有限的数。</translation>
    </message>
    <message>
        <source>There is no path {kind} without a model.</source>
        <translation>没有模型就没有“{kind}”路径。</translation>
    </message>
    <message>
        <source>Starts, ends and shares go together, and shares lie in 0..1.</source>
        <translation>起点、终点和比例必须一一对应，比例须在 0 到 1 之间。</translation>
    </message>
    <message>
        <source>At most {most} completions can be asked for, not {count}.</source>
        <translation>最多可以要 {most} 种画完的方式，而不是 {count} 种。</translation>
    </message>
    <message>
        <source>Images must have the shape {due}, not {shape}.</source>
        <translation>图像的形状应为 {due}，而不是 {shape}。</translation>
    </message>
    <message>
        <source>Images must have the shape {due}, not {shape}; put one image into a batch with image[None].</source>
        <translation>图像的形状应为 {due}，而不是 {shape}；单幅图像请先用 image[None] 变成一批。</translation>
    </message>
    <message>
        <source>Images must be floats in [0, 1] or uint8 in 0..255, not {type}.</source>
        <translation>图像应为 [0, 1] 内的浮点数或 0..255 的 uint8，而不是 {type}。</translation>
    </message>
    <message>
        <source>Images of floats must lie in [0, 1], but these span {least} to {most}; divide grey levels by 255.</source>
        <translation>浮点图像的值应在 [0, 1] 内，而这里是 {least} 到 {most}；请把灰度除以 255。</translation>
    </message>
    <message>
        <source>That could not be done ({problem}); your drawing is still there.</source>
        <translation>没能完成（{problem}）；你的画还在。</translation>
    </message>
    <message>
        <source>This prior cannot be asked for a {what}.</source>
        <translation>这个先验不能指定{what}。</translation>
    </message>
    <message>
        <source>The model {model} does not know {category}; it knows {known}.</source>
        <translation>模型“{model}”不认识“{category}”；它认识{known}。</translation>
    </message>
    <message>
        <source>The model {model} does not know {category}; it knows no categories.</source>
        <translation>模型“{model}”不认识“{category}”；它不认识任何类别。</translation>
    </message>
    <message>
        <source>The {what} do not form one rectangular array of numbers.</source>
        <translation>{what}不能组成一个规则的数组。</translation>
    </message>
    <message>
        <source>The {what} must be real numbers, not of type {type}.</source>
        <translation>{what}应为实数，而不是 {type} 类型。</translation>
    </message>
    <message>
        <source>The {what} hold values that are not finite (NaN or infinity).</source>
        <translation>{what}中有不是有限数的值（NaN 或无穷大）。</translation>
    </message>
    <message>
        <source>The {what} must have the shape {due}, not {shape}.</source>
        <translation>{what}的形状必须是 {due}，而不是 {shape}。</translation>
    </message>
    <message>
        <source>The {what} must be a whole number of at least 0, not {value}.</source>
        <translation>{what}应为不小于 0 的整数，而不是 {value}。</translation>
    </message>
    <message>
        <source>The {what} must be a number, not {value}.</source>
        <translation>{what}应为数字，而不是 {value}。</translation>
    </message>
    <message>
        <source>The {what} must lie between 0 and 1, not {value}.</source>
        <translation>{what}应在 0 到 1 之间，而不是 {value}。</translation>
    </message>
    <message>
        <source>The temperature must be a number, not {value}.</source>
        <translation>温度应为数字，而不是 {value}。</translation>
    </message>
    <message>
        <source>The temperature must be finite and at least 0, not {value}.</source>
        <translation>温度必须是不小于 0 的有限数，而不是 {value}。</translation>
    </message>
    <message>
        <source>There is no model {name}; did you mean {other}?</source>
        <translation>找不到模型 {name}；你指的是 {other} 吗？</translation>
    </message>
    <message>
        <source>There is no model {name}; shipped models: {names}.</source>
        <translation>找不到模型 {name}；自带的模型有：{names}。</translation>
    </message>
    <message>
        <source>{path} is not a model: neither a folder nor an intact zip.</source>
        <translation>{path} 不是模型：既不是文件夹，也不是完整的 zip 文件。</translation>
    </message>
    <message>
        <source>{path} is larger than the {limit} bytes that a model may have.</source>
        <translation>{path} 太大，超过了模型允许的 {limit} 字节。</translation>
    </message>
    <message>
        <source>The model in {folder} lacks its file {name}.</source>
        <translation>{folder} 中的模型缺少文件 {name}。</translation>
    </message>
    <message>
        <source>The zipped model lacks its file {name}.</source>
        <translation>压缩的模型缺少文件 {name}。</translation>
    </message>
    <message>
        <source>{path} is a link; the files of a model must be real files.</source>
        <translation>{path} 是链接；模型的文件必须是真正的文件。</translation>
    </message>
    <message>
        <source>There is no model at {path}; check where it is.</source>
        <translation>{path} 处没有模型；请确认它在哪里。</translation>
    </message>
    <message>
        <source>This model cannot be used; get it again or choose another.</source>
        <translation>这个模型无法使用；请重新获取，或另选一个。</translation>
    </message>
    <message>
        <source>This model cannot be used, so get it again or choose another ({problem}).</source>
        <translation>这个模型无法使用，请重新获取，或另选一个（{problem}）。</translation>
    </message>
    <message>
        <source>{path} is not a regular file.</source>
        <translation>{path} 不是普通文件。</translation>
    </message>
    <message>
        <source>{path} has {size} bytes, more than the {limit} allowed.</source>
        <translation>{path} 有 {size} 字节，超过了允许的 {limit} 字节。</translation>
    </message>
    <message>
        <source>{path} grew past the {limit} bytes allowed while it was read.</source>
        <translation>{path} 在读取时超过了允许的 {limit} 字节。</translation>
    </message>
    <message>
        <source>The zip has {count} entries; a model has a few files.</source>
        <translation>zip 中有 {count} 个条目；模型只有几个文件。</translation>
    </message>
    <message>
        <source>The zip holds {name} twice.</source>
        <translation>zip 中有两个 {name}。</translation>
    </message>
    <message>
        <source>The zip unpacks to more than the {limit} bytes allowed.</source>
        <translation>zip 解压后超过了允许的 {limit} 字节。</translation>
    </message>
    <message>
        <source>The zip holds no {name}; it must hold exactly one model.</source>
        <translation>zip 中没有 {name}；其中必须正好有一个模型。</translation>
    </message>
    <message>
        <source>The zip holds more than one {name}; it must hold exactly one model.</source>
        <translation>zip 中有不止一个 {name}；其中必须正好有一个模型。</translation>
    </message>
    <message>
        <source>The zip holds {name}, a path that leads out of the model.</source>
        <translation>zip 中的路径 {name} 指向模型之外。</translation>
    </message>
    <message>
        <source>The zip holds {name}, a link; a model must hold real files.</source>
        <translation>zip 中的 {name} 是链接；模型的文件必须是真正的文件。</translation>
    </message>
    <message>
        <source>{name} in the zip is encrypted, which a model must not be.</source>
        <translation>zip 中的 {name} 已加密；模型不能加密。</translation>
    </message>
    <message>
        <source>{name} in the zip is packed in a way other than store or deflate.</source>
        <translation>zip 中的 {name} 用了不支持的压缩方式；只支持 store 和 deflate。</translation>
    </message>
    <message>
        <source>{name} in the zip has {size} bytes, more than the {limit} allowed.</source>
        <translation>zip 中的 {name} 有 {size} 字节，超过了允许的 {limit} 字节。</translation>
    </message>
    <message>
        <source>{name} in the zip unpacks to over {ratio} times its size.</source>
        <translation>zip 中的 {name} 解压后超过原来的 {ratio} 倍。</translation>
    </message>
    <message>
        <source>{name} in the zip is damaged: {detail}.</source>
        <translation>zip 中的 {name} 已损坏。</translation>
    </message>
    <message>
        <source>{name} in the zip unpacks to more than the {limit} bytes allowed.</source>
        <translation>zip 中的 {name} 解压后超过了允许的 {limit} 字节。</translation>
    </message>
    <message>
        <source>The manifest of {name} is not plain JSON: {detail}.</source>
        <translation>{name} 的清单不是普通的 JSON。</translation>
    </message>
    <message>
        <source>{file} is {size} bytes, more than the {limit} allowed.</source>
        <translation>{file} 有 {size} 字节，超过了允许的 {limit} 字节。</translation>
    </message>
    <message>
        <source>{file} is not valid JSON: {detail}.</source>
        <translation>{file} 不是有效的 JSON。</translation>
    </message>
    <message>
        <source>{file} must hold a JSON object.</source>
        <translation>{file} 的内容应为一个 JSON 对象。</translation>
    </message>
    <message>
        <source>{file} lacks the key {key}.</source>
        <translation>{file} 缺少键 {key}。</translation>
    </message>
    <message>
        <source>{file}: {key} must be a whole number.</source>
        <translation>{file} 中的 {key} 应为整数。</translation>
    </message>
    <message>
        <source>{file}: {key} must be at least {least}, not {value}.</source>
        <translation>{file} 中的 {key} 应不小于 {least}，而不是 {value}。</translation>
    </message>
    <message>
        <source>{file}: {key} must be between {least} and {most}, not {value}.</source>
        <translation>{file} 中的 {key} 应在 {least} 到 {most} 之间，而不是 {value}。</translation>
    </message>
    <message>
        <source>{file}: {key} must be a text of 1 to {most} characters.</source>
        <translation>{file} 中的 {key} 应为 1 到 {most} 个字符的文字。</translation>
    </message>
    <message>
        <source>{file}: {key} holds unprintable characters.</source>
        <translation>{file} 中的 {key} 含有不可打印的字符。</translation>
    </message>
    <message>
        <source>{file}: {key} may hold only lower-case letters, digits, - and _, not {value}.</source>
        <translation>{file} 中的 {key} 只能含小写字母、数字、- 和 _，而不是 {value}。</translation>
    </message>
    <message>
        <source>{file}: {key} must be an object.</source>
        <translation>{file} 中的 {key} 应为对象。</translation>
    </message>
    <message>
        <source>{file}: {key} must be a list.</source>
        <translation>{file} 中的 {key} 应为列表。</translation>
    </message>
    <message>
        <source>{file}: {key} has {count} entries; {most} at most.</source>
        <translation>{file} 中的 {key} 有 {count} 项，最多允许 {most} 项。</translation>
    </message>
    <message>
        <source>{file}: {key} must hold names of 1 to 64 characters.</source>
        <translation>{file} 中的 {key} 应为 1 到 64 个字符的名字。</translation>
    </message>
    <message>
        <source>{file}: a category holds unprintable characters.</source>
        <translation>{file} 中有的类别含有不可打印的字符。</translation>
    </message>
    <message>
        <source>{file}: {key} names one category twice.</source>
        <translation>{file} 中的 {key} 有重复的类别。</translation>
    </message>
    <message>
        <source>{file}: each of {key} must be an object.</source>
        <translation>{file} 中 {key} 的每一项都应为对象。</translation>
    </message>
    <message>
        <source>{file}: {name} is not a plain file name inside the bundle.</source>
        <translation>{file} 中的 {name} 不是模型内的普通文件名。</translation>
    </message>
    <message>
        <source>{file} must not list itself among {key}.</source>
        <translation>{file} 不能把自己列入 {key}。</translation>
    </message>
    <message>
        <source>{name} is said to have {size} bytes, more than the {limit} allowed.</source>
        <translation>清单上 {name} 有 {size} 字节，超过了允许的 {limit} 字节。</translation>
    </message>
    <message>
        <source>{file}: the sha256 of {name} must be 64 hex digits.</source>
        <translation>{file} 中 {name} 的 sha256 应为 64 位十六进制数。</translation>
    </message>
    <message>
        <source>{file}: {key} names one file twice.</source>
        <translation>{file} 中的 {key} 有重复的文件。</translation>
    </message>
    <message>
        <source>The files of the model add up to more than the {limit} bytes allowed.</source>
        <translation>模型的文件合计超过了允许的 {limit} 字节。</translation>
    </message>
    <message>
        <source>{name} is not a LiteRT graph that runs here: {detail}.</source>
        <translation>{name} 不是能在这里运行的 LiteRT 计算图。</translation>
    </message>
    <message>
        <source>{name} does not run here: {detail}.</source>
        <translation>{name} 无法在这里运行。</translation>
    </message>
    <message>
        <source>{name} lacks its output {output}.</source>
        <translation>{name} 缺少输出 {output}。</translation>
    </message>
    <message>
        <source>{name} takes {found} instead of {due}.</source>
        <translation>{name} 的输入是 {found}，应为 {due}。</translation>
    </message>
    <message>
        <source>{name} has the {what} {tensor} of shape {shape} and type {type} where float32 {due} is due.</source>
        <translation>{name} 的{what}“{tensor}”形状为 {shape}、类型为 {type}，应为 float32 {due}。</translation>
    </message>
    <message>
        <source>{name} holds weights that are not finite.</source>
        <translation>{name} 中有非有限的权重。</translation>
    </message>
    <message>
        <source>{name} returned {output} of shape {shape} where {due} was due.</source>
        <translation>{name} 返回的 {output} 形状为 {shape}，应为 {due}。</translation>
    </message>
    <message>
        <source>{name} returned {output} that is not finite.</source>
        <translation>{name} 返回的 {output} 中有非有限的数值。</translation>
    </message>
    <message>
        <source>The decoder of {name} draws values outside [0, 1]; export it again with probabilities, not logits.</source>
        <translation>{name} 的解码器画出了 [0, 1] 之外的值；导出时应输出概率，而不是 logits。</translation>
    </message>
    <message>
        <source>{file} is not an intact archive of arrays: {detail}.</source>
        <translation>{file} 不是完整的数组文件。</translation>
    </message>
    <message>
        <source>{file} holds something else than plain arrays: {detail}.</source>
        <translation>{file} 中有普通数组以外的内容。</translation>
    </message>
    <message>
        <source>{file} unpacks to more than the {limit} bytes allowed.</source>
        <translation>{file} 解压后超过了允许的 {limit} 字节。</translation>
    </message>
    <message>
        <source>{file} lacks the array {name}.</source>
        <translation>{file} 缺少数组 {name}。</translation>
    </message>
    <message>
        <source>{file}: {name} must hold real numbers, not {type}.</source>
        <translation>{file} 中的 {name} 应为实数，而不是 {type}。</translation>
    </message>
    <message>
        <source>{file}: {name} has the shape {shape} instead of {due}.</source>
        <translation>{file} 中 {name} 的形状是 {shape}，应为 {due}。</translation>
    </message>
    <message>
        <source>{file}: {name} holds values that are not finite.</source>
        <translation>{file} 中的 {name} 有非有限的数值。</translation>
    </message>
    <message>
        <source>{file}: {name} must have 1 to {most} rows and columns.</source>
        <translation>{file} 中的 {name} 应有 1 到 {most} 行和列。</translation>
    </message>
    <message>
        <source>{file}: {name} must lie between 0 and 1.</source>
        <translation>{file} 中的 {name} 应在 0 到 1 之间。</translation>
    </message>
    <message>
        <source>{file}: {name} must be two or more rising numbers.</source>
        <translation>{file} 中的 {name} 应为两个以上递增的数。</translation>
    </message>
    <message>
        <source>{file}: {name} must be positive.</source>
        <translation>{file} 中的 {name} 应为正数。</translation>
    </message>
    <message>
        <source>{file} holds {count} Gaussians for {due} categories.</source>
        <translation>{file} 中有 {count} 个高斯分布，而类别有 {due} 个。</translation>
    </message>
    <message>
        <source>The model lacks {name}, a part of its flow prior.</source>
        <translation>模型缺少 {name}，那是它的流先验的一部分。</translation>
    </message>
    <message>
        <source>The model lacks {name}, the arrays of its Gaussian prior.</source>
        <translation>模型缺少 {name}，即它的高斯先验的数组。</translation>
    </message>
    <message>
        <source>The prior&apos;s {key} must be a whole number from 1 to {most}.</source>
        <translation>先验的 {key} 应为 1 到 {most} 的整数。</translation>
    </message>
    <message>
        <source>The prior&apos;s {key} must be a number from {least} to {most}.</source>
        <translation>先验的 {key} 应为 {least} 到 {most} 的数。</translation>
    </message>
    <message>
        <source>The refinement&apos;s {key} must be a whole number from 1 to {most}.</source>
        <translation>细读设置的 {key} 应为 1 到 {most} 的整数。</translation>
    </message>
    <message>
        <source>The refinement&apos;s {key} must be a number over 0 and up to 1.</source>
        <translation>细读设置的 {key} 应大于 0 且不超过 1。</translation>
    </message>
    <message>
        <source>The model has a prior of the unknown kind {kind} (known: {kinds}).</source>
        <translation>模型的先验类型 {kind} 未知（已知的有：{kinds}）。</translation>
    </message>
    <message>
        <source>The Gaussian prior of the model has a spread that is not positive.</source>
        <translation>模型的高斯先验中有不为正的离散度。</translation>
    </message>
    <message>
        <source>The model {model} has a map but lacks {name}.</source>
        <translation>模型“{model}”有地图，却缺少 {name}。</translation>
    </message>
    <message>
        <source>The map&apos;s {key} must be four numbers: x0, x1, y0, y1.</source>
        <translation>地图的 {key} 应为四个数：x0、x1、y0、y1。</translation>
    </message>
    <message>
        <source>The map&apos;s {key} must have x0 &lt; x1 and y0 &lt; y1.</source>
        <translation>地图的 {key} 应满足 x0 &lt; x1 且 y0 &lt; y1。</translation>
    </message>
    <message>
        <source>The map&apos;s {key} must be a number between 0 and 1.</source>
        <translation>地图的 {key} 应为 0 到 1 之间的数。</translation>
    </message>
    <message>
        <source>The model has schema version {found}, but this program reads up to {known}; install a newer Doodlescape to open it.</source>
        <translation>模型的格式版本是 {found}，而本程序最高支持 {known}；请安装更新版本的 Doodlescape 再打开。</translation>
    </message>
    <message>
        <source>{name} has {size} bytes where the manifest says {due}; it was cut short or altered, so get the model again.</source>
        <translation>{name} 有 {size} 字节，而清单上写的是 {due}；文件被截断或改动过，请重新获取模型。</translation>
    </message>
    <message>
        <source>{name} was altered: its SHA-256 is not the one in the manifest, so get the model again.</source>
        <translation>{name} 被改动过：它的 SHA-256 与清单不符，请重新获取模型。</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>这张图片</translation>
    </message>
    <message>
        <source>This file</source>
        <translation>这个文件</translation>
    </message>
    <message>
        <source>latents</source>
        <translation>潜在向量</translation>
    </message>
    <message>
        <source>images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>points</source>
        <translation>点的坐标</translation>
    </message>
    <message>
        <source>starts</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>ends</source>
        <translation>终点</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>number of samples</source>
        <translation>样本数</translation>
    </message>
    <message>
        <source>number of frames</source>
        <translation>帧数</translation>
    </message>
    <message>
        <source>number of the first sample</source>
        <translation>首个样本的序号</translation>
    </message>
    <message>
        <source>number of the first row</source>
        <translation>首行的序号</translation>
    </message>
    <message>
        <source>Something went wrong; your drawing is still there, so save it to be on the safe side.</source>
        <translation>出了点意外；你的画还在，保险起见请先保存。</translation>
    </message>
    <message>
        <source>A file could not be read or written ({reason}); try another place.</source>
        <translation>文件读写失败（{reason}）；请换个位置再试。</translation>
    </message>
    <message>
        <source>error {number} of the system</source>
        <translation>系统错误 {number}</translation>
    </message>
    <message>
        <source>the system refused it</source>
        <translation>系统拒绝了操作</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>you have no permission</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <source>another program uses it</source>
        <translation>正被另一个程序使用</translation>
    </message>
    <message>
        <source>too many files are open</source>
        <translation>打开的文件太多</translation>
    </message>
    <message>
        <source>the network or the drive does not answer</source>
        <translation>网络或磁盘没有响应</translation>
    </message>
    <message>
        <source>nothing can be written there</source>
        <translation>那里只能读取，不能写入</translation>
    </message>
    <message>
        <source>it is not there</source>
        <translation>文件不存在</translation>
    </message>
    <message>
        <source>something of that name is there already</source>
        <translation>那里已有同名的文件</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>这是一个文件夹</translation>
    </message>
    <message>
        <source>a part of its path is no folder</source>
        <translation>路径中有一段不是文件夹</translation>
    </message>
    <message>
        <source>the folder is not empty</source>
        <translation>文件夹不是空的</translation>
    </message>
    <message>
        <source>its name is too long</source>
        <translation>文件名太长</translation>
    </message>
    <message>
        <source>its name is not allowed there</source>
        <translation>那里不允许这样的文件名</translation>
    </message>
    <message>
        <source>it is too large for the disk</source>
        <translation>文件太大，磁盘放不下</translation>
    </message>
    <message>
        <source>its links lead in a circle</source>
        <translation>链接绕成了圈</translation>
    </message>
    <message>
        <source>the disk reports a fault</source>
        <translation>磁盘出现故障</translation>
    </message>
</context>
<context>
    <name>Proposals</name>
    <message>
        <source>The model is drawing…</source>
        <translation>模型正在画…</translation>
    </message>
    <message>
        <source>For the doodle as it was</source>
        <translation>针对修改前的涂鸦</translation>
    </message>
    <message>
        <source>Ways to finish your sketch</source>
        <translation>画完草图的几种方式</translation>
    </message>
    <message>
        <source>More like this</source>
        <translation>更多类似的</translation>
    </message>
    <message>
        <source>Distance of the variations</source>
        <translation>变体的差异程度</translation>
    </message>
    <message>
        <source>Left: nearly the same. Right: something else.</source>
        <translation>向左：几乎相同。向右：大不一样。</translation>
    </message>
    <message>
        <source>Hide the proposals</source>
        <translation>隐藏提议</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>重新提出</translation>
    </message>
    <message>
        <source>Ask again, for the doodle as it is now</source>
        <translation>按现在的涂鸦重新提出</translation>
    </message>
    <message>
        <source>Proposal {number}</source>
        <translation>提议 {number}</translation>
    </message>
    <message>
        <source>Click: make it the current doodle. Drag: take it elsewhere.</source>
        <translation>单击：设为当前涂鸦。拖动：带到别处。</translation>
    </message>
    <message>
        <source>Draw something first.</source>
        <translation>请先画点什么。</translation>
    </message>
    <message>
        <source>Draw the beginning first.</source>
        <translation>请先画个开头。</translation>
    </message>
    <message>
        <source>No proposals are shown.</source>
        <translation>现在没有提议。</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>查找范围(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>文件类型(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Backspace</source>
        <translation>Backspace</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>←</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>→</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>↑</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>↓</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>No model is open.</source>
        <translation>没有打开模型。</translation>
    </message>
    <message>
        <source>This model has no encoder, so it cannot read drawings.</source>
        <translation>这个模型没有编码器，无法读取画作。</translation>
    </message>
    <message>
        <source>This model has no decoder, so it cannot draw.</source>
        <translation>这个模型没有解码器，无法作画。</translation>
    </message>
    <message>
        <source>This model has no prior, so nothing says where in its latent space doodles are; it cannot sample.</source>
        <translation>这个模型没有先验，无从知道涂鸦在潜在空间的何处，因此不能采样。</translation>
    </message>
    <message>
        <source>A vanilla autoencoder has no prior, so nothing says where in its latent space doodles are; it cannot sample.</source>
        <translation>普通自编码器没有先验，无从知道涂鸦在潜在空间的何处，因此不能采样。</translation>
    </message>
    <message>
        <source>The prior of this model does not know categories, so it cannot be asked for one of them; it samples from all.</source>
        <translation>这个模型的先验不区分类别，无法指定其中一类；它从所有类别中采样。</translation>
    </message>
    <message>
        <source>This model was exported without a 2D map.</source>
        <translation>这个模型导出时没有二维地图。</translation>
    </message>
    <message>
        <source>This model has no classifier on its latents.</source>
        <translation>这个模型没有基于潜在向量的分类器。</translation>
    </message>
    <message>
        <source>This model was exported without the statistics that typicality needs.</source>
        <translation>这个模型导出时没有计算典型度所需的统计数据。</translation>
    </message>
    <message>
        <source>The prior of this model is not a flow, so it knows no path of its own from drawing to drawing; choose another path.</source>
        <translation>这个模型的先验不是流模型，没有自己的从画到画的路径；请选择其他路径。</translation>
    </message>
    <message>
        <source>This model has not learnt to take noise away.</source>
        <translation>这个模型没有学过去除噪声。</translation>
    </message>
</context>
<context>
    <name>Reconstruction</name>
    <message>
        <source>What you draw, redrawn by the model as you go</source>
        <translation>你边画，模型边重画</translation>
    </message>
    <message>
        <source>Opening the model…</source>
        <translation>正在打开模型…</translation>
    </message>
</context>
<context>
    <name>RemovableTile</name>
    <message>
        <source>Take it out</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Pictures are still being saved. Stop?</source>
        <translation>图片仍在保存。要停止吗？</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>停止并关闭</translation>
    </message>
</context>
<context>
    <name>SeenPanel</name>
    <message>
        <source>Seen as</source>
        <translation>模型所见</translation>
    </message>
    <message>
        <source>The doodle as the model redraws it</source>
        <translation>模型重画的涂鸦</translation>
    </message>
    <message>
        <source>The 28x28 image that the model gets</source>
        <translation>模型得到的 28x28 图像</translation>
    </message>
    <message>
        <source>The 28x28 image that the model really gets</source>
        <translation>模型真正得到的 28x28 图像</translation>
    </message>
    <message>
        <source>The image with noise</source>
        <translation>加了噪声的图像</translation>
    </message>
    <message>
        <source>With noise: this is what the model gets now</source>
        <translation>加了噪声：模型现在得到的就是它</translation>
    </message>
    <message>
        <source>The 28x28 image without noise</source>
        <translation>没有噪声的 28x28 图像</translation>
    </message>
    <message>
        <source>Without noise: this is what the model would get</source>
        <translation>没有噪声时模型会得到的图像</translation>
    </message>
    <message>
        <source>28×28: the right one is what the model gets</source>
        <translation>28×28：右边的是模型得到的图像</translation>
    </message>
    <message>
        <source>I see: {category} {percent} %</source>
        <translation>我看到：{category} {percent}%</translation>
    </message>
    <message>
        <source>How likely the model finds such a drawing, among real ones. It is no mark: plain drawings are likely, those with many details of their own are rarer.</source>
        <translation>与真实的画作相比，模型认为这样的画有多可能出现。这不是评分：朴素的画很可能出现，细节独特的画则更少见。</translation>
    </message>
    <message>
        <source>unusual: rarer than almost any drawing</source>
        <translation>少见：几乎比任何画作都罕见</translation>
    </message>
    <message>
        <source>plain: likelier than almost any drawing</source>
        <translation>朴素：几乎比任何画作都更可能出现</translation>
    </message>
    <message>
        <source>rarer than {percent} % of drawings</source>
        <translation>比 {percent}% 的画作更罕见</translation>
    </message>
    <message>
        <source>unusual: rarer than {percent} % of drawings</source>
        <translation>少见：比 {percent}% 的画作更罕见</translation>
    </message>
    <message>
        <source>likelier than {percent} % of drawings</source>
        <translation>比 {percent}% 的画作更可能出现</translation>
    </message>
    <message>
        <source>plain: likelier than {percent} % of drawings</source>
        <translation>朴素：比 {percent}% 的画作更可能出现</translation>
    </message>
    <message>
        <source>{category} {percent} %</source>
        <translation>{category} {percent}%</translation>
    </message>
    <message>
        <source>on the map at {x}, {y}</source>
        <translation>在地图上 {x}, {y}</translation>
    </message>
    <message>
        <source>28×28: what the model gets</source>
        <translation>28×28：模型得到的图像</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Save what you made before closing?</source>
        <translation>关闭前要保存作品吗？</translation>
    </message>
    <message>
        <source>Without saving, the changes since the last save are gone.</source>
        <translation>如果不保存，上次保存之后的改动将会丢失。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>不保存直接关闭</translation>
    </message>
    <message>
        <source>Save what you made before something else is opened?</source>
        <translation>打开别的内容前要保存作品吗？</translation>
    </message>
    <message>
        <source>Open without saving</source>
        <translation>不保存直接打开</translation>
    </message>
    <message>
        <source>It has never been saved: without saving, all of it is gone.</source>
        <translation>这些内容从未保存过：不保存就会全部丢失。</translation>
    </message>
    <message>
        <source>Keep drawing</source>
        <translation>继续画</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>Save what you made before you start anew?</source>
        <translation>重新开始前要保存作品吗？</translation>
    </message>
    <message>
        <source>Start without saving</source>
        <translation>不保存直接开始</translation>
    </message>
    <message>
        <source>Open doodle</source>
        <translation>打开涂鸦</translation>
    </message>
    <message>
        <source>Open doodles</source>
        <translation>打开涂鸦</translation>
    </message>
    <message>
        <source>{count} doodles are on the shelf now.</source>
        <translation>{count} 幅涂鸦现已放在收藏架上。</translation>
    </message>
    <message>
        <source>New directions came along with it: {names}.</source>
        <translation>随之带来的方向：{names}。</translation>
    </message>
    <message>
        <source>Taught along with it: {names}.</source>
        <translation>随之学会的类别：{names}。</translation>
    </message>
    <message>
        <source>My doodles</source>
        <translation>我的涂鸦</translation>
    </message>
    <message>
        <source>Sessions (*.doodle)</source>
        <translation>会话 (*.doodle)</translation>
    </message>
    <message>
        <source>Sessions, pictures and morphs ({patterns})</source>
        <translation>会话、图片和变形 ({patterns})</translation>
    </message>
    <message>
        <source>Pictures and morphs ({patterns})</source>
        <translation>图片和变形 ({patterns})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Save the session as</source>
        <translation>会话另存为</translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation>已保存 {name}。</translation>
    </message>
    <message>
        <source>{name} was not made by Doodlescape; open it as a picture instead.</source>
        <translation>{name} 不是由 Doodlescape 制作的；请作为图片打开。</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>还没有内容</translation>
    </message>
    <message>
        <source>Left by a &amp;crash…</source>
        <translation>意外退出时留下的(&amp;C)…</translation>
    </message>
    <message>
        <source>New doodles</source>
        <translation>新的涂鸦</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Looks</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Doodles</source>
        <translation>涂鸦</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Ink on paper, chalk on slate, or as the system has it</source>
        <translation>纸上墨迹、石板粉笔，或跟随系统</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light: ink on paper</source>
        <translation>浅色：纸上墨迹</translation>
    </message>
    <message>
        <source>Dark: chalk on slate</source>
        <translation>深色：石板粉笔</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>The language of the window; it changes at once</source>
        <translation>窗口的语言；立即生效</translation>
    </message>
    <message>
        <source>Smooth outlines</source>
        <translation>平滑轮廓</translation>
    </message>
    <message>
        <source>Smooth outlines instead of the model&apos;s raw pixels</source>
        <translation>用平滑轮廓代替模型的原始像素</translation>
    </message>
    <message>
        <source>Width of the pen</source>
        <translation>画笔粗细</translation>
    </message>
    <message>
        <source>In parts of the page; on screen only: the model sees the same line always</source>
        <translation>占画纸宽度的比例；只影响屏幕显示：模型看到的线条始终一样</translation>
    </message>
    <message>
        <source>Doodles on the map</source>
        <translation>地图上的涂鸦</translation>
    </message>
    <message>
        <source>Show what the model draws at places of the map</source>
        <translation>显示模型在地图各处画出的涂鸦</translation>
    </message>
    <message>
        <source>Keep my doodle&apos;s details</source>
        <translation>保留我的涂鸦细节</translation>
    </message>
    <message>
        <source>Moving on the map carries along what two dimensions cannot say, less of it the further away</source>
        <translation>在地图上移动时，保留二维无法表达的细节；走得越远，保留得越少</translation>
    </message>
    <message>
        <source>Nearest doodles</source>
        <translation>最近的涂鸦</translation>
    </message>
    <message>
        <source>Show what lies nearest to my doodle on the map</source>
        <translation>显示地图上离我的涂鸦最近的涂鸦</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Reset to defaults</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>All settings here as they were at first</source>
        <translation>把这里的所有设置恢复到最初</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Everything is saved already (Esc)</source>
        <translation>一切都已保存 (Esc)</translation>
    </message>
    <message>
        <source> %</source>
        <translation>%</translation>
    </message>
</context>
<context>
    <name>ShelfPanel</name>
    <message>
        <source>Shelf</source>
        <translation>收藏架</translation>
    </message>
    <message>
        <source>Kept doodles</source>
        <translation>收藏的涂鸦</translation>
    </message>
    <message>
        <source>Keep the doodles you like here: press {keys}, or drop them.</source>
        <translation>把喜欢的涂鸦收藏在这里：按 {keys}，或拖进来。</translation>
    </message>
    <message>
        <source>Choose a doodle on the shelf first.</source>
        <translation>请先在收藏架上选一幅涂鸦。</translation>
    </message>
    <message>
        <source>Name of the doodle</source>
        <translation>涂鸦的名称</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>The shelf is empty.</source>
        <translation>收藏架是空的。</translation>
    </message>
    <message>
        <source>Kept doodle {number}: {name}</source>
        <translation>收藏的涂鸦 {number}：{name}</translation>
    </message>
    <message>
        <source>{name}
Click: make it the current doodle. Drag: move it or take it.
Ctrl with a click or the space bar: select.
Shift with a click or an arrow key: select all up to there.</source>
        <translation>{name}
单击：设为当前涂鸦。拖动：移动或取走。
Ctrl 加单击或空格键：选中。
Shift 加单击或方向键：选中直到该处的全部。</translation>
    </message>
    <message>
        <source>Draw or choose a doodle first.</source>
        <translation>请先画一幅或选一幅涂鸦。</translation>
    </message>
</context>
<context>
    <name>ShelfPopup</name>
    <message>
        <source>Doodles on the shelf</source>
        <translation>收藏架上的涂鸦</translation>
    </message>
    <message>
        <source>Click to add</source>
        <translation>单击即可添加</translation>
    </message>
    <message>
        <source>Add all</source>
        <translation>全部添加</translation>
    </message>
    <message>
        <source>Kept doodle {number}</source>
        <translation>收藏的涂鸦 {number}</translation>
    </message>
    <message>
        <source>Click: add it to the examples</source>
        <translation>单击：添加到示例</translation>
    </message>
</context>
<context>
    <name>SketchControls</name>
    <message>
        <source>Random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>The same seed brings the same sketches back</source>
        <translation>相同的种子会得到相同的草图</translation>
    </message>
    <message>
        <source>How many sketches</source>
        <translation>草图数量</translation>
    </message>
    <message>
        <source>For more: Many to a folder…, in the Generate menu</source>
        <translation>要更多：“生成”菜单中的“批量保存到文件夹…”</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Temperature: low is typical, 1 as varied as people&apos;s doodles, high is daring</source>
        <translation>温度：低则典型，1 与真人的涂鸦一样多样，高则大胆</translation>
    </message>
    <message>
        <source>Category of the sketches</source>
        <translation>草图的类别</translation>
    </message>
    <message>
        <source>More to do with the sketches</source>
        <translation>草图的更多操作</translation>
    </message>
    <message>
        <source>Select, compare, keep, contact sheet, many at once</source>
        <translation>选择、比较、收藏、缩略图表、批量生成</translation>
    </message>
    <message>
        <source>Random sketches</source>
        <translation>随机草图</translation>
    </message>
    <message>
        <source>Another seed</source>
        <translation>换种子</translation>
    </message>
    <message>
        <source>Number of sketches</source>
        <translation>草图数量</translation>
    </message>
    <message>
        <source>What the sketches are of: one, several, any</source>
        <translation>草图画什么：一类、几类或任意</translation>
    </message>
    <message>
        <source>&amp;Category</source>
        <translation>类别(&amp;C)</translation>
    </message>
    <message>
        <source>The seed is locked; unlock it to draw others.</source>
        <translation>种子已锁定；解锁后可画其他草图。</translation>
    </message>
</context>
<context>
    <name>SketchSelection</name>
    <message>
        <source>There are no sketches yet.</source>
        <translation>还没有草图。</translation>
    </message>
    <message>
        <source>Select two or more sketches with Ctrl and a click.</source>
        <translation>按住 Ctrl 单击，选中两幅或更多草图。</translation>
    </message>
</context>
<context>
    <name>SketchesPanel</name>
    <message>
        <source>Generate</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>{done} of {count}</source>
        <translation>{done} / {count}</translation>
    </message>
    <message>
        <source>All sketches are selected.</source>
        <translation>已选中全部草图。</translation>
    </message>
    <message>
        <source>No sketch is selected.</source>
        <translation>没有选中任何草图。</translation>
    </message>
    <message>
        <source>Sketches being drawn</source>
        <translation>正在画草图</translation>
    </message>
    <message>
        <source>Stop drawing sketches</source>
        <translation>停止画草图</translation>
    </message>
    <message>
        <source>Doodles being saved to a folder</source>
        <translation>正在把涂鸦存入文件夹</translation>
    </message>
    <message>
        <source>Stop saving doodles</source>
        <translation>停止保存涂鸦</translation>
    </message>
    <message>
        <source>{done} of {count} saved</source>
        <translation>已保存 {done} / {count}</translation>
    </message>
    <message>
        <source>Sketch {number}</source>
        <translation>草图 {number}</translation>
    </message>
    <message>
        <source>Click: make it the current doodle. Drag: take it.
Ctrl with a click or the space bar: select.
Shift with a click or an arrow key: select all up to there.</source>
        <translation>单击：设为当前涂鸦。拖动：取走。
Ctrl 加单击或空格键：选中。
Shift 加单击或方向键：选中直到该处的全部。</translation>
    </message>
    <message>
        <source>Sketches of seed {seed}</source>
        <translation>种子 {seed} 的草图</translation>
    </message>
</context>
<context>
    <name>SlidersPage</name>
    <message>
        <source>Steer</source>
        <translation>调整</translation>
    </message>
    <message>
        <source>Axis {number}</source>
        <translation>轴 {number}</translation>
    </message>
    <message>
        <source>Standard deviations from the mean along this principal direction</source>
        <translation>沿这个主方向偏离均值的标准差</translation>
    </message>
    <message>
        <source>Axis {number}: {percent} %</source>
        <translation>轴 {number}：{percent}%</translation>
    </message>
</context>
<context>
    <name>Steering</name>
    <message>
        <source>Finding the directions along which doodles differ most…</source>
        <translation>正在寻找涂鸦差异最大的方向…</translation>
    </message>
    <message>
        <source>Draw or choose a doodle to steer it.</source>
        <translation>画一幅或选一幅涂鸦来调整它。</translation>
    </message>
    <message>
        <source>Steer</source>
        <translation>调整</translation>
    </message>
</context>
<context>
    <name>Stopping</name>
    <message>
        <source>Nothing is being made or saved.</source>
        <translation>没有正在生成或保存的内容。</translation>
    </message>
</context>
<context>
    <name>Taking</name>
    <message>
        <source>Copied: paste it here, or into another program.</source>
        <translation>已复制：可粘贴到这里或其他程序。</translation>
    </message>
    <message>
        <source>Save the doodle as</source>
        <translation>涂鸦另存为</translation>
    </message>
    <message>
        <source>Doodle</source>
        <translation>涂鸦</translation>
    </message>
    <message>
        <source>Draw or choose a doodle first.</source>
        <translation>请先画一幅或选一幅涂鸦。</translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation>已保存 {name}。</translation>
    </message>
</context>
<context>
    <name>TeachDialog</name>
    <message>
        <source>Teach it something new</source>
        <translation>教它新东西</translation>
    </message>
    <message>
        <source>Teach</source>
        <translation>教它</translation>
    </message>
    <message>
        <source>What to teach</source>
        <translation>教什么</translation>
    </message>
    <message>
        <source>Something new, or more about one of your categories</source>
        <translation>新东西，或给你的某个类别补充示例</translation>
    </message>
    <message>
        <source>Save to a file…</source>
        <translation>保存为文件…</translation>
    </message>
    <message>
        <source>Save this category for another computer or person</source>
        <translation>把这个类别保存下来，给别的电脑或别人用</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>从文件导入…</translation>
    </message>
    <message>
        <source>Bring a category that somebody saved to a file</source>
        <translation>导入别人保存的类别文件</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete this category; Undo in the window brings it back</source>
        <translation>删除这个类别；在主窗口撤销即可恢复</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name of the category</source>
        <translation>类别名称</translation>
    </message>
    <message>
        <source>robot</source>
        <translation>机器人</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新类别</translation>
    </message>
    <message>
        <source>Keep the category and draw new ones (Ctrl+Enter)</source>
        <translation>保留这个类别并画出新的 (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>保存修改</translation>
    </message>
    <message>
        <source>Draw the same thing a few times, each time a little differently, or drop doodles here. Two are enough to begin; five or more are better.</source>
        <translation>把同一样东西画几遍，每次略有不同，也可拖入涂鸦。两张即可开始，五张以上更好。</translation>
    </message>
    <message>
        <source>One more and it can begin; five or more are better.</source>
        <translation>再来一张就能开始；五张以上更好。</translation>
    </message>
    <message>
        <source>{count} examples: it has an idea. Five or more are better.</source>
        <translation>{count} 个示例：它有点明白了。五张以上更好。</translation>
    </message>
    <message>
        <source>{count} examples: a good lesson. More of them make it richer still.</source>
        <translation>{count} 个示例：教得不错。再多几张会更丰富。</translation>
    </message>
    <message>
        <source>It takes two examples at least.</source>
        <translation>至少需要两个示例。</translation>
    </message>
    <message>
        <source>It needs a name.</source>
        <translation>还需要一个名称。</translation>
    </message>
    <message>
        <source>You have a category of this name already; choose another name.</source>
        <translation>已有同名的类别，请换个名称。</translation>
    </message>
    <message>
        <source>The model has a category of this name already; choose another name.</source>
        <translation>模型已有同名的类别，请换个名称。</translation>
    </message>
    <message>
        <source>Something new</source>
        <translation>新东西</translation>
    </message>
    <message>
        <source>{name} is deleted; Undo in the window brings it back.</source>
        <translation>已删除“{name}”；在主窗口撤销即可恢复。</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard; copy one first.</source>
        <translation>剪贴板上没有图片，请先复制一张。</translation>
    </message>
    <message>
        <source>Keep what you drew here?</source>
        <translation>要保留你在这里画的吗？</translation>
    </message>
    <message>
        <source>Drawings that are on no shelf yet: {count}</source>
        <translation>还没有收藏的画：{count} 张</translation>
    </message>
    <message>
        <source>Put them on the shelf</source>
        <translation>放到收藏架</translation>
    </message>
    <message>
        <source>Throw them away</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Go on teaching</source>
        <translation>继续教</translation>
    </message>
    <message>
        <source>Save the changes to {name}?</source>
        <translation>要保存对“{name}”的修改吗？</translation>
    </message>
    <message>
        <source>Without saving, the category stays as it was.</source>
        <translation>如果不保存，类别将保持原样。</translation>
    </message>
    <message>
        <source>Leave it as it was</source>
        <translation>保持原样</translation>
    </message>
</context>
<context>
    <name>TeachPage</name>
    <message>
        <source>Draw the next one</source>
        <translation>画下一张</translation>
    </message>
    <message>
        <source>Page to draw an example on</source>
        <translation>画示例的画纸</translation>
    </message>
    <message>
        <source>Draw; Enter adds it. The right mouse button rubs out.</source>
        <translation>画画；按 Enter 添加。鼠标右键擦除。</translation>
    </message>
    <message>
        <source>Add it</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add the drawing to the examples (Enter)</source>
        <translation>把这张画添加到示例 (Enter)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Clear the page</source>
        <translation>清空画纸</translation>
    </message>
</context>
<context>
    <name>TeachPreview</name>
    <message>
        <source>What it makes of them</source>
        <translation>它的理解</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>换一批</translation>
    </message>
    <message>
        <source>Eight others from the same examples</source>
        <translation>用同样的示例再画八张</translation>
    </message>
    <message>
        <source>New one {number}</source>
        <translation>新画 {number}</translation>
    </message>
    <message>
        <source>The model could not learn from these drawings.</source>
        <translation>模型没能从这些画中学会。</translation>
    </message>
    <message>
        <source>Two examples are enough to begin</source>
        <translation>两个示例就能开始</translation>
    </message>
    <message>
        <source>Click: make it the current doodle. Drag: take it.</source>
        <translation>单击：设为当前涂鸦。拖动：取走。</translation>
    </message>
</context>
<context>
    <name>TeachSources</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>My doodle</source>
        <translation>我的涂鸦</translation>
    </message>
    <message>
        <source>Selected sketches</source>
        <translation>选中的草图</translation>
    </message>
    <message>
        <source>Shelf…</source>
        <translation>收藏架…</translation>
    </message>
    <message>
        <source>Add the current doodle of the window</source>
        <translation>添加主窗口中的当前涂鸦</translation>
    </message>
    <message>
        <source>There is no doodle yet.</source>
        <translation>还没有涂鸦。</translation>
    </message>
    <message>
        <source>Add the sketches that are selected in the window</source>
        <translation>添加主窗口中选中的草图</translation>
    </message>
    <message>
        <source>Select sketches in the window first, with Ctrl and a click.</source>
        <translation>请先在主窗口中按住 Ctrl 单击选择草图。</translation>
    </message>
    <message>
        <source>Choose among the doodles that you kept</source>
        <translation>从收藏的涂鸦中挑选</translation>
    </message>
    <message>
        <source>The shelf is empty.</source>
        <translation>收藏架是空的。</translation>
    </message>
</context>
<context>
    <name>Teaching</name>
    <message>
        <source>Categories (*.category)</source>
        <translation>类别 (*.category)</translation>
    </message>
    <message>
        <source>You have these examples already: {name}.</source>
        <translation>这些示例你已经有了：{name}。</translation>
    </message>
    <message>
        <source>You have not taught anything yet.</source>
        <translation>你还没有教过它什么。</translation>
    </message>
    <message>
        <source>Choose the file of a category</source>
        <translation>选择类别文件</translation>
    </message>
    <message>
        <source>Categories (*.category *.npz)</source>
        <translation>类别 (*.category *.npz)</translation>
    </message>
    <message>
        <source>Save the category as</source>
        <translation>类别另存为</translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation>已保存 {name}。</translation>
    </message>
</context>
<context>
    <name>TermTile</name>
    <message>
        <source>Empty this place</source>
        <translation>清空这个位置</translation>
    </message>
    <message>
        <source>Take this place away</source>
        <translation>移除此位置</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Draw something</source>
        <translation>画点什么</translation>
    </message>
    <message>
        <source>A cat, for a start. Every stroke can be undone.</source>
        <translation>先画一只猫吧。每一笔都可以撤销。</translation>
    </message>
    <message>
        <source>See how it is understood</source>
        <translation>看看它怎样理解</translation>
    </message>
    <message>
        <source>A small neural network redraws your doodle while you draw, from memory alone.</source>
        <translation>你作画时，一个小型神经网络会凭记忆重画你的涂鸦。</translation>
    </message>
    <message>
        <source>Wander</source>
        <translation>四处漫游</translation>
    </message>
    <message>
        <source>Every doodle has its place here. Press anywhere, drag, and watch the doodle change.</source>
        <translation>每个涂鸦在这里都有自己的位置。在任意一处按下并拖动，看涂鸦如何变化。</translation>
    </message>
    <message>
        <source>Ask for new ones</source>
        <translation>要些新的</translation>
    </message>
    <message>
        <source>Doodles that nobody has drawn. Click one to go on with it.</source>
        <translation>从未有人画过的涂鸦。单击一幅，接着玩下去。</translation>
    </message>
    <message>
        <source>Turn one into another</source>
        <translation>从一幅变成另一幅</translation>
    </message>
    <message>
        <source>Set A and B and walk between them. Ctrl+K finds everything else; F1 explains it.</source>
        <translation>设好 A 和 B，在两者之间过渡。其余功能按 Ctrl+K 查找，按 F1 看说明。</translation>
    </message>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>第 {step} 步，共 {steps} 步</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>导览</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>Leave the tour (Esc); Help opens it again</source>
        <translation>离开导览 (Esc)；可从“帮助”菜单再次打开</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>The step before (Left)</source>
        <translation>上一步 (←)</translation>
    </message>
    <message>
        <source>Start drawing</source>
        <translation>开始画</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>On with it (Right)</source>
        <translation>继续 (→)</translation>
    </message>
</context>
<context>
    <name>WayBar</name>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Speed of the walk</source>
        <translation>行走速度</translation>
    </message>
    <message>
        <source>Slower or faster along the way</source>
        <translation>沿路线走得慢些或快些</translation>
    </message>
    <message>
        <source>Draw a way on the map first.</source>
        <translation>请先在地图上画一条路线。</translation>
    </message>
</context>
<context>
    <name>Where</name>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG 矢量图 (*.svg)</translation>
    </message>
    <message>
        <source>Animated GIF (*.gif)</source>
        <translation>GIF 动画 (*.gif)</translation>
    </message>
    <message>
        <source>Replace {name}?</source>
        <translation>替换 {name}？</translation>
    </message>
    <message>
        <source>There is a file of this name already.</source>
        <translation>已有同名的文件。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Make the folder {name}?</source>
        <translation>要新建文件夹 {name} 吗？</translation>
    </message>
    <message>
        <source>There is no folder of this name yet.</source>
        <translation>还没有这个名称的文件夹。</translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation>不保存</translation>
    </message>
    <message>
        <source>Make the folder</source>
        <translation>新建文件夹</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>保留原样</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Drawn by you</source>
        <translation>你画的</translation>
    </message>
    <message>
        <source>Picked on the map at {x}, {y}</source>
        <translation>在地图 {x}, {y} 处选取</translation>
    </message>
    <message>
        <source>Sketch {number} of seed {seed}</source>
        <translation>种子 {seed} 的第 {number} 幅草图</translation>
    </message>
    <message>
        <source>Morph, {percent} % from {first} to {second}</source>
        <translation>变形，从 {first} 到 {second} 的 {percent}%</translation>
    </message>
    <message>
        <source>Example: {name}</source>
        <translation>示例：{name}</translation>
    </message>
    <message>
        <source>Axis {number} at {sigma} σ</source>
        <translation>轴 {number}：{sigma} σ</translation>
    </message>
    <message>
        <source>, axis {number} at {sigma} σ</source>
        <translation>，轴 {number}：{sigma} σ</translation>
    </message>
    <message>
        <source>Variation {number} of seed {seed}</source>
        <translation>种子 {seed} 的第 {number} 个变体</translation>
    </message>
    <message>
        <source>Sketch finished, proposal {number}</source>
        <translation>画完的草图，提议 {number}</translation>
    </message>
    <message>
        <source>Mixed: {recipe}</source>
        <translation>混合：{recipe}</translation>
    </message>
    <message>
        <source>Mirrored</source>
        <translation>左右镜像</translation>
    </message>
    <message>
        <source>Opened: {name}</source>
        <translation>打开：{name}</translation>
    </message>
    <message>
        <source>Redrawn by {model}</source>
        <translation>由“{model}”重画</translation>
    </message>
    <message>
        <source>{doodle}, redrawn by {model}</source>
        <translation>{doodle}，由“{model}”重画</translation>
    </message>
    <message>
        <source>{category} {number} of seed {seed}</source>
        <translation>种子 {seed} 的第 {number} 幅{category}</translation>
    </message>
    <message>
        <source>sketch {number}</source>
        <translation>草图 {number}</translation>
    </message>
    <message>
        <source>drawn</source>
        <translation>手绘</translation>
    </message>
    <message>
        <source>from the map</source>
        <translation>来自地图</translation>
    </message>
    <message>
        <source>morph</source>
        <translation>变形</translation>
    </message>
    <message>
        <source>steered</source>
        <translation>沿轴移动</translation>
    </message>
    <message>
        <source>mix</source>
        <translation>混合</translation>
    </message>
    <message>
        <source>mirrored</source>
        <translation>已镜像</translation>
    </message>
    <message>
        <source>redrawn</source>
        <translation>重画</translation>
    </message>
    <message>
        <source>variation {number}</source>
        <translation>变体 {number}</translation>
    </message>
    <message>
        <source>finished {number}</source>
        <translation>补全 {number}</translation>
    </message>
    <message>
        <source>{category} {number}</source>
        <translation>{category} {number}</translation>
    </message>
    <message>
        <source>temperature {temperature}</source>
        <translation>温度 {temperature}</translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation>种子 {seed}</translation>
    </message>
    <message>
        <source>Doodles</source>
        <translation>涂鸦</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names}等，另有 {count} 类</translation>
    </message>
    <message>
        <source> and </source>
        <translation>和</translation>
    </message>
</context>
</TS>
