using TorchSharp;
using static TorchSharp.torch;

namespace LstmCourse.Models.Variants;

/// <summary>
/// a + b with a factor that lives as long as the program. TorchSharp's <c>+</c> makes a new one for every sum and does not keep it alive
/// while libtorch reads it: in some hundred thousand sums the garbage collector takes one away at the wrong moment.
/// </summary>
internal static class Sums
{
    private static readonly Scalar One = 1;

    public static Tensor Plus(this Tensor a, Tensor b) => a.add(b, One);

    /// <summary>x + h U, a matrix product for each seed: (seeds, batch, columns).</summary>
    public static Tensor PlusProduct(this Tensor x, Tensor h, Tensor weight) => h.baddbmm(weight, x);    // TorchSharp's order: factors, sum
}
