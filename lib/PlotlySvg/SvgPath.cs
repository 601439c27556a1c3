using System.Globalization;
using System.Text;

namespace PlotlySvg;

/// <summary>Builds a path's data, point by point, to a tenth of a pixel.</summary>
internal sealed class SvgPath
{
    private readonly StringBuilder _data = new();

    public bool IsEmpty => _data.Length == 0;

    public SvgPath Move(double x, double y) => Add('M', x, y);

    public SvgPath Line(double x, double y) => Add('L', x, y);

    /// <summary>A line to the right, or to the left if below zero.</summary>
    public SvgPath Right(double length) => Add('h', length);

    /// <summary>A line downwards, or upwards if below zero.</summary>
    public SvgPath Down(double length) => Add('v', length);

    /// <summary>A curve that would rather go through (<paramref name="overX"/>, <paramref name="overY"/>).</summary>
    public SvgPath Curve(double overX, double overY, double x, double y)
    {
        Add('Q', overX, overY)._data.Append(' ');
        return Pair(x, y);
    }

    /// <summary>A whole circle around a point.</summary>
    public SvgPath Circle(double x, double y, double radius)
    {
        var (r, d) = (SvgWriter.Short(radius), SvgWriter.Short(2 * radius));
        Move(x - radius, y)._data.Append(CultureInfo.InvariantCulture, $"a{r} {r} 0 1 0 {d} 0a{r} {r} 0 1 0 -{d} 0z");
        return this;
    }

    /// <summary>Closed lines through points.</summary>
    public SvgPath Polygon(params ReadOnlySpan<(double X, double Y)> corners)
    {
        for (var i = 0; i < corners.Length; i++) Add(i == 0 ? 'M' : 'L', corners[i].X, corners[i].Y);
        return Close();
    }

    public SvgPath Close()
    {
        _data.Append('z');
        return this;
    }

    public override string ToString() => _data.ToString();

    private SvgPath Add(char command, double length)
    {
        _data.Append(command).Append(SvgWriter.Short(length));
        return this;
    }

    private SvgPath Add(char command, double x, double y)
    {
        _data.Append(command);
        return Pair(x, y);
    }

    private SvgPath Pair(double x, double y)
    {
        _data.Append(SvgWriter.Short(x)).Append(' ').Append(SvgWriter.Short(y));
        return this;
    }
}
