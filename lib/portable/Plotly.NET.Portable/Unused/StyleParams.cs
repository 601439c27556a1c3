namespace Plotly.NET;

// Types that the official signatures name and the course never passes: without a way to make one, they can only be left out.
public static partial class StyleParam
{
    public sealed class TextPosition
    {
        private TextPosition()
        {
        }
    }

    public sealed class MarkerSymbol
    {
        private MarkerSymbol()
        {
        }
    }

    public sealed class GroupNorm
    {
        private GroupNorm()
        {
        }
    }

    public sealed class PatternShape
    {
        private PatternShape()
        {
        }
    }

    public sealed class SmoothAlg
    {
        private SmoothAlg()
        {
        }
    }

    public sealed class HistFunc
    {
        private HistFunc()
        {
        }
    }

    public sealed class BoxPoints
    {
        private BoxPoints()
        {
        }
    }

    public sealed class BoxMean
    {
        private BoxMean()
        {
        }
    }

    public sealed class QuartileMethod
    {
        private QuartileMethod()
        {
        }
    }

    public sealed class LinearAxisId
    {
        private LinearAxisId()
        {
        }
    }

    public sealed class LayoutGridRowOrder
    {
        private LayoutGridRowOrder()
        {
        }
    }

    public sealed class LayoutGridXSide
    {
        private LayoutGridXSide()
        {
        }
    }

    public sealed class LayoutGridYSide
    {
        private LayoutGridYSide()
        {
        }
    }

    public sealed class Mirror
    {
        private Mirror()
        {
        }
    }

    public sealed class Side
    {
        private Side()
        {
        }
    }

    public sealed class CategoryOrder
    {
        private CategoryOrder()
        {
        }
    }

    public sealed class SubPlotId
    {
        private SubPlotId()
        {
        }
    }
}
