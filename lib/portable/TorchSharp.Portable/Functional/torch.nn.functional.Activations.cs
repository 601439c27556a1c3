namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor relu(Tensor x, bool inplace = false) => inplace ? x.relu_() : x.relu();

            public static Tensor tanh(Tensor x, bool inplace = false) => inplace ? x.tanh_() : x.tanh();

            public static Tensor sigmoid(Tensor x) => x.sigmoid();

            public static Tensor sigmoid(Tensor x, bool inplace) => inplace ? x.sigmoid_() : x.sigmoid();

            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => input.softmax(dim, dtype);

            public static Tensor log_softmax(Tensor x, long dim) => x.log_softmax(dim);

            /// <summary>x·Φ(x), Φ the distribution function of the normal distribution.</summary>
            public static Tensor gelu(Tensor x) => ScalarFunction.Apply<Gelu>(x, default);

            public static Tensor gelu(Tensor x, bool inplace) => Put(gelu(x), x, inplace);

            /// <summary>x·sigmoid(x).</summary>
            public static Tensor silu(Tensor x, bool inplace = false) => Put(ScalarFunction.Apply<Silu>(x, default), x, inplace);

            /// <summary>x, or alpha·(eˣ − 1) where it is negative.</summary>
            public static Tensor elu(Tensor x, double alpha, bool inplace = false) => Put(ScalarFunction.Apply(x, new Elu(alpha)), x, inplace);

            /// <summary>x, or a small share of it where it is negative.</summary>
            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) =>
                Put(ScalarFunction.Apply(input, new LeakyRelu(negative_slope)), input, inplace);

            public static Tensor hardtanh(Tensor x, double min_val = -1, double max_val = 1, bool inplace = false) =>
                Put(x.clamp(min_val, max_val), x, inplace);

            /// <summary>log(1 + e^(beta·x))/beta; x itself where beta·x is above the threshold.</summary>
            public static Tensor softplus(Tensor x, double beta = 1, double threshold = 20) => ScalarFunction.Apply(x, new Softplus(beta, threshold));

            /// <summary>The logarithm of the sigmoid.</summary>
            public static Tensor logsigmoid(Tensor x) => ScalarFunction.Apply<LogSigmoid>(x, default);

            /// <summary>An operation in place is the operation, and its result put in the place of its input.</summary>
            private static Tensor Put(Tensor result, Tensor target, bool inplace)
            {
                if (!inplace) return result;
                using (result) return InPlace.Assign(target, result);
            }
        }
    }
}
