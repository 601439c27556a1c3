namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>
        /// A part of a model: parameters, buffers and further modules, each under a name. The last line of a constructor calls
        /// <see cref="RegisterComponents"/>, which finds them among the fields.
        /// </summary>
        /// <remarks>
        /// What a module registers belongs to the module, not to the dispose scope that was open: a model built inside a scope keeps its
        /// parameters. (On libtorch such a model loses those of its Embedding, LSTM, GRU and RNN layers when the scope ends.)
        /// </remarks>
        public abstract partial class Module : IDisposable
        {
            private readonly string _name;

            protected Module(string name) => _name = name;

            /// <summary>For the engine's own modules, which name their components as they make them.</summary>
            private protected void NamesItsComponents() => _registered = true;

            /// <summary>Training changes what Dropout does, and dropout between recurrent layers.</summary>
            public bool training { get; private set; } = true;

            public virtual string GetName() => _name;

            public override string ToString() => GetName();

            public virtual void train(bool train = true)
            {
                training = train;
                foreach (var child in _children.Values) child.train(train);
            }

            public virtual void eval() => train(false);

            /// <summary>Calls <paramref name="fn"/> for every module below this one, then for this one.</summary>
            public virtual Module apply(Action<Module> fn)
            {
                ArgumentNullException.ThrowIfNull(fn);
                foreach (var child in _children.Values) child.apply(fn);
                fn(this);
                return this;
            }

            /// <summary>Drops the gradients, or sets their elements to 0.</summary>
            public virtual void zero_grad(bool set_to_none = true)
            {
                foreach (var parameter in CachedParameters())
                {
                    if (set_to_none) parameter.grad = null;
                    else if (parameter.grad is { } gradient) gradient.zero_();
                }
            }

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            protected virtual void Dispose(bool disposing)
            {
                if (!disposing) return;
                foreach (var parameter in _parameters.Values) parameter.Dispose();
                foreach (var buffer in _buffers.Values) buffer.Tensor.Dispose();
                foreach (var child in _children.Values) child.Dispose();
            }
        }
    }
}
