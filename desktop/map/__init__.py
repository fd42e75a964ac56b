"""The panel of the map: the plane with its marker, the axes, the sliders."""
