using System.Globalization;
using TorchSharp.Printing;

namespace TorchSharp;

public static partial class torch
{
    public const TensorStringStyle julia = TorchSharp.TensorStringStyle.Julia;
    public const TensorStringStyle numpy = TorchSharp.TensorStringStyle.Numpy;
    public const TensorStringStyle csharp = TorchSharp.TensorStringStyle.CSharp;

    /// <summary>The style of <c>str()</c>, <c>print()</c> and notebooks. ToString() always gives the metadata only.</summary>
    public static TensorStringStyle TensorStringStyle
    {
        get => PrintOptions.Default.Style;
        set => PrintOptions.Default = PrintOptions.Default with { Style = value };
    }

    /// <summary>Sets how tensors are written out; what is left out keeps its present value.</summary>
    /// <param name="precision">Digits after the point.</param>
    /// <param name="linewidth">Characters in a line.</param>
    /// <param name="newLine">What ends a line.</param>
    /// <param name="sci_mode">Always write an exponent.</param>
    /// <param name="maxRows">Rows beyond which a printout is cut short.</param>
    /// <param name="maxColumns">Columns beyond which a printout is cut short.</param>
    public static void set_printoptions(
        int precision, int? linewidth = null, string? newLine = null, bool sci_mode = false, int? maxRows = null, int? maxColumns = null) =>
        set_printoptions(null, string.Create(CultureInfo.InvariantCulture, $"{(sci_mode ? "E" : "F")}{precision}"), linewidth, newLine, maxRows, maxColumns);

    public static void set_printoptions(
        TensorStringStyle? style = null, string? floatFormat = null, int? linewidth = null, string? newLine = null,
        int? maxRows = null, int? maxColumns = null)
    {
        var present = PrintOptions.Default;
        PrintOptions.Default = present with
        {
            Style = style ?? present.Style,
            FloatFormat = floatFormat ?? present.FloatFormat,
            Width = linewidth ?? present.Width,
            NewLine = newLine ?? present.NewLine,
            MaxRows = maxRows ?? present.MaxRows,
            MaxColumns = maxColumns ?? present.MaxColumns,
        };
    }

    [TypeFormatterSource(typeof(TensorFormatterSource), PreferredMimeTypes = ["text/html", "text/plain"])]
    public partial class Tensor
    {
        /// <summary>Shape, type and device.</summary>
        public override string ToString() => Printout.Metadata(this);

        public string ToString(
            TensorStringStyle style, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null) =>
            Printout.Of(this, style, PrintOptions.Default.With(fltFormat, width, cultureInfo, newLine));

        public string ToString(
            bool disamb, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null) =>
            disamb ? ToString(TorchSharp.TensorStringStyle.Default, fltFormat, width, cultureInfo, newLine) : ToString();
    }
}
