namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>x·Wᵀ + b; W [out, in], b [out].</summary>
            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) => LinearOperation.Apply(input, weights, bias);

            /// <summary>While training, sets each element to 0 with probability p and scales the others by 1/(1−p).</summary>
            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false)
            {
                ArgumentNullException.ThrowIfNull(input);
                if (p is not (>= 0 and <= 1)) throw TorchError.Of($"dropout probability has to be between 0 and 1, but got {p}");
                if (!training || p == 0 || input.Layout.Count == 0) return inplace ? input : input.alias();
                using var noise = DropoutNoise.Draw(input.Layout, input.dtype, p);
                return inplace ? input.mul_(noise) : input.mul(noise);
            }

            /// <summary>(x − mean)/√(variance + eps)·weight + bias over the last dimensions.</summary>
            public static Tensor layer_norm(
                Tensor input, long[] normalized_shape, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5)
            {
                ArgumentNullException.ThrowIfNull(input);
                ArgumentNullException.ThrowIfNull(normalized_shape);
                return LayerNormOperation.Apply(input, normalized_shape, weight, bias, eps);
            }

            /// <summary>Class numbers as rows of zeros with a single 1.</summary>
            /// <param name="x">Int64, any shape.</param>
            /// <param name="num_classes">The width of a row; −1 for the greatest number plus one.</param>
            public static Tensor one_hot(Tensor x, long num_classes = -1)
            {
                ArgumentNullException.ThrowIfNull(x);
                if (x.dtype != ScalarType.Int64) throw TorchError.Of("one_hot is only applicable to index tensor.");
                using var work = EngineWork.Begin();
                using var dense = x.Dense();
                var numbers = dense.Elements<long>();
                var highest = -1L;
                foreach (var number in numbers)
                {
                    if (number < 0) throw TorchError.Of("Class values must be non-negative.");
                    highest = Math.Max(highest, number);
                }
                var classes = num_classes == -1 ? highest + 1 : num_classes;
                if (classes <= 0) throw TorchError.Of("Can not infer total number of classes from empty tensor.");
                if (highest >= classes) throw TorchError.Of("Class values must be smaller than num_classes.");

                var rows = Tensor.NewZeros(Layout.Of([.. x.Layout.Sizes, classes]), ScalarType.Int64);
                var ones = rows.Elements<long>();
                for (var i = 0; i < numbers.Length; i++) ones[checked((int)(i * classes + numbers[i]))] = 1;
                return rows;
            }

            /// <summary>Dot-product attention: softmax(q·kᵀ/√d + mask)·v.</summary>
            /// <param name="query">[.., L, d].</param>
            /// <param name="key">[.., S, d].</param>
            /// <param name="value">[.., S, e].</param>
            /// <param name="attn_mask">Bool (true: take part) or numbers to add, broadcastable to [.., L, S].</param>
            /// <param name="p">Dropout of the attention weights.</param>
            /// <param name="is_casual">Whether position i sees positions up to i alone. (The name is TorchSharp's.)</param>
            public static Tensor scaled_dot_product_attention(
                Tensor query, Tensor key, Tensor value, Tensor? attn_mask = null, double p = 0, bool is_casual = false)
            {
                ArgumentNullException.ThrowIfNull(query);
                ArgumentNullException.ThrowIfNull(key);
                if (attn_mask is not null && is_casual) throw TorchError.Of("Explicit attn_mask should not be set when is_causal=True");
                using var scope = NewDisposeScope();
                var scores = query.matmul(key.transpose(-2, -1)) / Math.Sqrt(query.size(-1));
                if (is_casual) scores = scores.masked_fill(ones(query.size(-2), key.size(-2), dtype: ScalarType.Bool).tril().logical_not(), double.NegativeInfinity);
                else if (attn_mask is { dtype: ScalarType.Bool }) scores = scores.masked_fill(attn_mask.logical_not(), double.NegativeInfinity);
                else if (attn_mask is not null) scores += attn_mask;
                return dropout(scores.softmax(-1), p).matmul(value).MoveToOuterDisposeScope();
            }
        }
    }
}
