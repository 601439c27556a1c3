using System.Net;

namespace TorchSharp.Printing;

/// <summary>Shows tensors in notebooks in the default style; found and called by name.</summary>
internal sealed class TensorFormatterSource
{
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new Formatter("text/html", static text => $"<div><pre>{WebUtility.HtmlEncode(text)}</pre></div>"),
        new Formatter("text/plain", static text => text),
    ];

    private sealed class Formatter(string mimeType, Func<string, string> frame)
    {
        public string MimeType { get; } = mimeType;

        public bool Format(object instance, TextWriter writer)
        {
            if (instance is not Tensor tensor) return false;
            writer.Write(frame(tensor.str()));
            return true;
        }
    }
}
