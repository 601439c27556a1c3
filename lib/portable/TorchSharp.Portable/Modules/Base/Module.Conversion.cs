namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public abstract partial class Module
        {
            /// <summary>
            /// Changes the element type of the floating-point parameters and buffers. The parameters stay the same objects, so an
            /// optimizer made before goes on with them; their gradients go.
            /// </summary>
            internal void Convert(ScalarType type)
            {
                if (!Dtype.IsFloat(type))
                    throw new ArgumentException($"Only floating point types are supported, but got '{type}'", nameof(type));
                foreach (var parameter in CachedParameters()) Convert(parameter, type);
                foreach (var buffer in buffers()) Convert(buffer, type);
            }

            private static void Convert(Tensor tensor, ScalarType type)
            {
                if (tensor.dtype == type || !Dtype.IsFloat(tensor.dtype)) return;
                using var work = EngineWork.Begin();
                using var noGradients = no_grad();
                tensor.grad = null;
                tensor.TakeOver(tensor.to_type(type));
            }
        }
    }
}
