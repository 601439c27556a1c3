namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor neg_() => Changed(static x => x.neg());

        public Tensor abs_() => Changed(static x => x.abs());

        public Tensor exp_() => Changed(static x => x.exp());

        public Tensor log_() => Changed(static x => x.log());

        public Tensor sqrt_() => Changed(static x => x.sqrt());

        public Tensor tanh_() => Changed(static x => x.tanh());

        public Tensor sigmoid_() => Changed(static x => x.sigmoid());

        public Tensor relu_() => Changed(static x => x.relu());

        public Tensor floor_() => Changed(static x => x.floor());

        public Tensor ceil_() => Changed(static x => x.ceil());

        public Tensor round_(long decimals = 0) => Changed(x => x.round(decimals));

        public Tensor pow_(Scalar exponent) => Changed(x => x.pow(exponent));

        public Tensor pow_(Tensor exponent) => Changed(x => x.pow(exponent));

        public Tensor clamp_(Scalar? min = null, Scalar? max = null) => Changed(x => x.clamp(min, max));

        public Tensor clamp_min_(Scalar min) => clamp_(min);

        public Tensor clamp_max_(Scalar max) => clamp_(null, max);

        public Tensor lerp_(Tensor end, Tensor weight) => Changed(x => x.lerp(end, weight));

        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value) => Changed(x => x.addcmul(tensor1, tensor2, value));

        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value) => Changed(x => x.addcdiv(tensor1, tensor2, value));

        public Tensor masked_fill_(Tensor mask, Scalar value) => Changed(x => x.masked_fill(mask, value));

        /// <summary>Puts the result of a differentiable operation on this tensor in its place.</summary>
        internal Tensor Changed(Func<Tensor, Tensor> operation)
        {
            InPlace.Check(this);
            using var work = EngineWork.Begin();
            // What the operation saves of its input must outlive the change, so it gets a copy to save.
            using var before = GradMode.Enabled ? clone() : ShareInGraph();
            using var result = operation(before);
            return InPlace.Replace(this, result);
        }
    }
}
