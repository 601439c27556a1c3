namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <param name="p">The share of elements set to 0 while training.</param>
            /// <param name="inplace">Whether the input itself is changed.</param>
            public static Modules.Dropout Dropout(double p = 0.5, bool inplace = false) => new(p, inplace);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>While training, sets each element to 0 with probability p and scales the others by 1/(1−p); else does nothing.</summary>
    public sealed class Dropout : nn.Module<Tensor, Tensor>
    {
        internal Dropout(double p, bool inplace) : base(nameof(Dropout)) => (this.p, this.inplace) = (p, inplace);

        public double p { get; set; }

        public bool inplace { get; set; }

        public override Tensor forward(Tensor tensor) => nn.functional.dropout(tensor, p, training, inplace);
    }
}
