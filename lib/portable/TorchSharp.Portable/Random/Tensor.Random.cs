namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Fills with uniform numbers on [from, to).</summary>
        public Tensor uniform_(double from, double to, Generator? generator = null) =>
            Draw(target => TensorFill.Uniform(target, from, to, generator));

        /// <summary>Fills with normal numbers.</summary>
        public Tensor normal_(double mean = 0, double std = 1, Generator? generator = null) =>
            Draw(target => TensorFill.Normal(target, mean, std, generator));

        /// <summary>Fills with 1 with probability p, else 0.</summary>
        public Tensor bernoulli_(double p = 0.5, Generator? generator = null) =>
            Draw(target => TensorFill.Bernoulli(target, p, generator));

        /// <summary>Fills with 1 with each element's own probability, else 0.</summary>
        public Tensor bernoulli_(Tensor p, Generator? generator = null) => Draw(target => TensorFill.Bernoulli(target, p, generator));

        /// <summary>Fills with exponential numbers.</summary>
        public Tensor exponential_(double lambda = 1, Generator? generator = null) =>
            Draw(target => TensorFill.Exponential(target, lambda, generator));

        /// <summary>Fills with whole numbers on [from, to).</summary>
        public Tensor random_(double from, double to, Generator? generator = null) =>
            Draw(target => TensorFill.Integers(target, (long)from, (long)to, generator));

        /// <summary>1 with the probability that the element says, else 0.</summary>
        public Tensor bernoulli(Generator? generator = null)
        {
            var draws = New(Layout, dtype);
            TensorFill.Bernoulli(draws, this, generator);
            return draws;
        }

        /// <summary>Draws positions along the last dimension with the probability of their weights.</summary>
        public Tensor multinomial(long num_samples, bool replacement = false, Generator? generator = null) =>
            Multinomial.Draw(this, num_samples, replacement, generator);

        public Tensor rand_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.rand_like(this, dtype, device, requires_grad);

        public Tensor randn_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.randn_like(this, dtype, device, requires_grad);

        public Tensor randint_like(long low, long high, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.randint_like(this, low, high, dtype, device, requires_grad);

        private Tensor Draw(Action<Tensor> fill)
        {
            InPlace.Check(this);
            if (InPlace.Records(this, null))
            {
                Tensor draws;
                using (EngineWork.Begin()) draws = New(Layout, dtype);
                using (draws)
                {
                    fill(draws);
                    return InPlace.Assign(this, draws);
                }
            }
            fill(this);
            InPlace.Done(this);
            return this;
        }
    }
}
