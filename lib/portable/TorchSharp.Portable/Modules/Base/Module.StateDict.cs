namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public abstract partial class Module
        {
            /// <summary>The parameters, then the persistent buffers, by name. The tensors are the module's own, not copies.</summary>
            public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= [];
                var before = string.IsNullOrEmpty(prefix) ? "" : prefix + ".";
                foreach (var (name, parameter) in named_parameters()) destination.TryAdd(before + name, parameter);
                foreach (var (name, buffer) in named_buffers(include_nonpersistent: false)) destination.TryAdd(before + name, buffer);
                return destination;
            }

            /// <summary>Copies tensors into the parameters and buffers of the same names.</summary>
            /// <param name="source">Tensors by name, as another module's <see cref="state_dict"/> gives them.</param>
            /// <param name="strict">Whether a name that only one side has is an error.</param>
            /// <param name="skip">Names to leave alone.</param>
            /// <returns>The names that <paramref name="source"/> lacks, and those that only it has.</returns>
            /// <exception cref="InvalidOperationException">The names differ and <paramref name="strict"/> is set; nothing was copied.</exception>
            /// <exception cref="ArgumentException">A tensor has another shape than here; nothing was copied.</exception>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(
                Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                ArgumentNullException.ThrowIfNull(source);
                skip ??= [];
                var target = state_dict();
                var missing = target.Keys.Where(name => !skip.Contains(name) && !source.ContainsKey(name)).ToList();
                var unexpected = source.Keys.Where(name => !skip.Contains(name) && !target.ContainsKey(name)).ToList();
                if (strict && missing.Count + unexpected.Count > 0)
                {
                    throw new InvalidOperationException(
                        "The loaded state_dict is not identical to the target dictionary."
                        + $"\nmissing: {string.Join(", ", missing)}; unexpected: {string.Join(", ", unexpected)}");
                }

                var pairs = source.Where(s => !skip.Contains(s.Key) && target.ContainsKey(s.Key)).ToList();
                foreach (var (name, tensor) in pairs)
                {
                    if (!tensor.shape.AsSpan().SequenceEqual(target[name].shape))
                    {
                        throw new ArgumentException(
                            $"Mismatched tensor shape for '{name}': expected [{string.Join(", ", target[name].shape)}], "
                            + $"got [{string.Join(", ", tensor.shape)}].", nameof(source));
                    }
                }

                using var noGradients = no_grad();
                foreach (var (name, tensor) in pairs) target[name].copy_(tensor);
                return (missing, unexpected);
            }
        }
    }
}
