using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            /// <summary>Shrinks all gradients by one factor so that their norm, taken together, is at most <paramref name="max_norm"/>.</summary>
            /// <returns>The norm before; 0 when there are no gradients.</returns>
            public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2)
            {
                ArgumentNullException.ThrowIfNull(tensors);
                var gradients = Gradients(tensors, out var count);
                try
                {
                    var total = GradientNorm.Of(gradients.AsSpan(0, count)!, norm_type);

                    // Written so that a norm that is no number makes the gradients none either, as in PyTorch.
                    var factor = max_norm / (total + 1e-6);
                    if (factor >= 1) return total;
                    for (var i = 0; i < count; i++) GradientNorm.Scale(gradients[i]!, factor);
                    return total;
                }
                finally
                {
                    System.Buffers.ArrayPool<Tensor?>.Shared.Return(gradients, clearArray: true);
                }
            }

            /// <summary>Holds every element of every gradient between −<paramref name="clip_value"/> and it.</summary>
            public static void clip_grad_value_(IEnumerable<Parameter> tensors, double clip_value)
            {
                ArgumentNullException.ThrowIfNull(tensors);
                using var noGradients = GradMode.Set(false);
                using var work = EngineWork.Begin();
                foreach (var parameter in tensors)
                {
                    if (parameter.GradientStore is not { } gradient) continue;
                    using var clipped = gradient.clamp(-clip_value, clip_value);
                    InPlace.Assign(gradient, clipped);
                }
            }

            /// <summary>All parameters one behind the other, as one dimension.</summary>
            public static Tensor parameters_to_vector(IEnumerable<Parameter> tensors)
            {
                using var scope = NewDisposeScope();
                return cat(tensors.Select(parameter => parameter.reshape(-1)).ToArray()).MoveToOuterDisposeScope();
            }

            /// <summary>Takes a vector apart into the parameters.</summary>
            public static void vector_to_parameters(Tensor vec, IEnumerable<Parameter> tensors)
            {
                ArgumentNullException.ThrowIfNull(vec);
                using var noGradients = no_grad();
                using var scope = NewDisposeScope();
                var start = 0L;
                foreach (var parameter in tensors)
                {
                    var count = parameter.numel();
                    parameter.copy_(vec.narrow(0, start, count).view(parameter.shape));
                    start += count;
                }
            }

            /// <summary>The gradients there are, in a rented array: this runs at every training step.</summary>
            private static Tensor?[] Gradients(IEnumerable<Parameter> tensors, out int count)
            {
                var parameters = tensors as Parameter[] ?? tensors.ToArray();
                var gradients = System.Buffers.ArrayPool<Tensor?>.Shared.Rent(Math.Max(1, parameters.Length));
                count = 0;
                foreach (var parameter in parameters)
                {
                    if (parameter.GradientStore is { } gradient) gradients[count++] = gradient;
                }
                return gradients;
            }
        }
    }
}
