using System.Runtime.InteropServices;

namespace TorchSharp.Tensors;

/// <summary>What the many overloads of the creation functions come down to.</summary>
internal static class Create
{
    /// <summary>The type of new tensors when nothing else decides it.</summary>
    internal static ScalarType DefaultType { get; set; } = ScalarType.Float32;

    internal static Tensor Empty(
        ReadOnlySpan<long> size, ScalarType? dtype, Device? device, bool requiresGrad, string[]? names = null)
    {
        RequirePlain(device, names);
        foreach (var extent in size)
        {
            if (extent < 0) throw TorchError.Of($"Trying to create tensor with negative dimension {extent}: {Layout.Describe(size)}");
        }
        return Finish(Tensor.New(size, dtype ?? DefaultType), requiresGrad);
    }

    internal static Tensor Filled(
        ReadOnlySpan<long> size, Number value, ScalarType? dtype, Device? device, bool requiresGrad, string[]? names = null)
    {
        var tensor = Empty(size, dtype, device, requiresGrad, names);
        Filling.Fill(tensor, value);
        return tensor;
    }

    internal static Tensor Full(
        ReadOnlySpan<long> size, Number value, ScalarType? dtype, Device? device, bool requiresGrad, string[]? names = null) =>
        Filled(size, value, dtype ?? (value.Type == ScalarType.Float64 ? DefaultType : value.Type), device, requiresGrad, names);

    /// <summary>A tensor without dimensions.</summary>
    internal static Tensor Scalar<T>(T value, ScalarType? dtype, Device? device, bool requiresGrad) where T : unmanaged =>
        Copy(new ReadOnlySpan<T>(in value), [], dtype, device, requiresGrad, null);

    internal static Tensor Copy<T>(
        ReadOnlySpan<T> elements, ReadOnlySpan<long> size, ScalarType? dtype, Device? device, bool requiresGrad, string[]? names)
        where T : unmanaged
    {
        RequirePlain(device, names);
        var layout = Layout.Of(size);
        if (layout.Count != elements.Length)
            throw new ArgumentException($"mismatched total size creating a tensor from an array: {elements.Length} vs. {layout.Count}");
        var own = Dtype.Of<T>();
        if (dtype is null || dtype == own)
        {
            var tensor = Tensor.New(layout, own);
            elements.CopyTo(tensor.Elements<T>());
            return Finish(tensor, requiresGrad);
        }
        Tensor exact;
        using (EngineWork.Begin()) exact = Copy(elements, size, own, null, false, null);
        using (exact) return Finish(Copying.Convert(exact, dtype.Value), requiresGrad);
    }

    internal static Tensor Copy<T>(
        IList<T> elements, ReadOnlySpan<long> size, ScalarType? dtype, Device? device, bool requiresGrad, string[]? names)
        where T : unmanaged
    {
        ReadOnlySpan<T> span = elements switch
        {
            T[] array => array,
            List<T> list => CollectionsMarshal.AsSpan(list),
            _ => elements.ToArray(),
        };
        return Copy(span, size, dtype, device, requiresGrad, names);
    }

    /// <summary>A tensor of the shape of a rectangular array.</summary>
    internal static Tensor Copy<T>(Array elements, ScalarType? dtype, Device? device, bool requiresGrad, string[]? names)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(elements);
        Span<long> size = stackalloc long[elements.Rank];
        for (var d = 0; d < size.Length; d++) size[d] = elements.GetLongLength(d);
        var span = elements.Length == 0
            ? default
            : MemoryMarshal.CreateReadOnlySpan(ref System.Runtime.CompilerServices.Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(elements)), elements.Length);
        return Copy(span, size, dtype, device, requiresGrad, names);
    }

    internal static Tensor Finish(Tensor tensor, bool requiresGrad) => requiresGrad ? tensor.requires_grad_() : tensor;

    internal static void RequirePlain(Device? device, string[]? names)
    {
        Device.RequireCpu(device);
        if (names is { Length: > 0 }) throw new NotSupportedException("Named dimensions are not part of the portable engine: leave names out.");
    }
}
