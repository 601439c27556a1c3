namespace TorchSharp.Operations;

/// <summary>
/// The type in which operands of different types meet. Tensors with dimensions decide first; tensors without, and then plain numbers,
/// count only if they are of a higher kind (boolean, integer, real).
/// </summary>
internal static class Promotion
{
    internal static ScalarType Common(Tensor a, Tensor b)
    {
        var x = a.dtype;
        var y = b.dtype;
        if (x == y) return x;
        if (a.Layout.Rank == 0 && b.Layout.Rank > 0) return Weak(y, x);
        if (b.Layout.Rank == 0 && a.Layout.Rank > 0) return Weak(x, y);
        return Join(x, y);
    }

    internal static ScalarType Common(Tensor a, Number b) =>
        Kind(b.Type) <= Kind(a.dtype) ? a.dtype : b.Type == ScalarType.Float64 ? get_default_dtype() : b.Type;

    internal static ScalarType Join(ScalarType a, ScalarType b)
    {
        if (a == b) return a;
        if (Kind(a) != Kind(b)) return Kind(a) > Kind(b) ? a : b;
        // Within a kind the wider type wins; the enumeration lists them by width.
        return a > b ? a : b;
    }

    /// <summary>The type to compute a quotient or a root in: integers become real.</summary>
    internal static ScalarType Real(ScalarType type) => Dtype.IsFloat(type) ? type : get_default_dtype();

    internal static bool CanCast(ScalarType from, ScalarType to) => Kind(from) <= Kind(to);

    private static ScalarType Weak(ScalarType strong, ScalarType weak) => Kind(weak) > Kind(strong) ? weak : strong;

    private static int Kind(ScalarType type) => Dtype.IsFloat(type) ? 2 : type == ScalarType.Bool ? 0 : 1;
}
