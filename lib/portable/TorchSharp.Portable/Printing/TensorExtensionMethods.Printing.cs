using System.Globalization;

namespace TorchSharp;

public static partial class TensorExtensionMethods
{
    /// <summary>The tensor in the default style, or in <paramref name="style"/>.</summary>
    public static string str(
        this Tensor tensor, string? fltFormat = null, int? width = null, string? newLine = null, CultureInfo? cultureInfo = null,
        TensorStringStyle style = TorchSharp.TensorStringStyle.Default) => tensor.ToString(style, fltFormat, width, cultureInfo, newLine);

    /// <summary>Aligned columns under the metadata.</summary>
    public static string jlstr(
        this Tensor tensor, string? fltFormat = null, int? width = null, string? newLine = null, CultureInfo? cultureInfo = null) =>
        tensor.ToString(TorchSharp.TensorStringStyle.Julia, fltFormat, width, cultureInfo, newLine);

    /// <summary>Shape, type and device.</summary>
    public static string metastr(this Tensor tensor) => tensor.ToString(TorchSharp.TensorStringStyle.Metadata);

    /// <summary>Nested brackets.</summary>
    public static string npstr(
        this Tensor tensor, string? fltFormat = "g5", int? width = 100, string? newLine = null, CultureInfo? cultureInfo = null) =>
        tensor.ToString(TorchSharp.TensorStringStyle.Numpy, fltFormat, width, cultureInfo, newLine);

    /// <summary>The metadata and a C# literal.</summary>
    public static string cstr(
        this Tensor tensor, string? fltFormat = "g5", int? width = 100, string? newLine = null, CultureInfo? cultureInfo = null) =>
        tensor.ToString(TorchSharp.TensorStringStyle.CSharp, fltFormat, width, cultureInfo, newLine);

    /// <summary>Writes the tensor to the console and gives it back.</summary>
    public static Tensor print(
        this Tensor t, string? fltFormat = "g5", int? width = 100, string? newLine = null, CultureInfo? cultureInfo = null,
        TensorStringStyle style = TorchSharp.TensorStringStyle.Default)
    {
        Console.WriteLine(t.ToString(style, fltFormat, width, cultureInfo, newLine));
        return t;
    }
}
