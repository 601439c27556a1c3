using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace TorchSharp.Tensors;

/// <summary>Errors of the kind that libtorch reports and TorchSharp hands on as <see cref="ExternalException"/>.</summary>
internal static class TorchError
{
    /// <summary>The exception to throw for <paramref name="message"/>, worded as libtorch words it.</summary>
    [SuppressMessage("Usage", "CA2201:Do not raise reserved exception types", Justification = "TorchSharp throws this type, and programs catch it.")]
    internal static ExternalException Of(string message) => new(message);

    internal static ExternalException NotDifferentiableTwice(string operation) => Of(
        $"{operation} has no second derivative in the portable engine: call backward() without create_graph.");

    internal static ExternalException Unsupported(string operation, ScalarType type) => Of(
        $"\"{operation}\" not implemented for '{Dtype.TorchName(type)}'");
}
