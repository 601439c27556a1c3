using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Changes parameters so that a loss falls, by what the last backward pass left in their gradients.</summary>
        public abstract class Optimizer : IDisposable
        {
            private protected Optimizer()
            {
            }

            /// <summary>Parameters that share options, such as the learning rate.</summary>
            public virtual IEnumerable<ILearningRateController> ParamGroups => Groups;

            private protected List<ParamGroup> Groups { get; } = [];

            public virtual IEnumerable<Parameter> parameters() => Groups.SelectMany(group => group.Parameters);

            /// <summary>Changes the parameters once. Those without a gradient stay.</summary>
            /// <param name="closure">Computes the loss and its gradients first.</param>
            /// <returns>What the closure gave, or null without one.</returns>
            public virtual Tensor? step(Func<Tensor>? closure = null)
            {
                Tensor? loss = null;
                if (closure is not null)
                {
                    using var withGradients = enable_grad();
                    loss = closure();
                }

                foreach (var group in Groups)
                {
                    foreach (var (parameter, state) in group.Slots)
                    {
                        if (parameter.GradientStore is not { } gradient) continue;
                        Update(parameter, gradient, state, group.Options);
                        InPlace.Done(parameter);
                    }
                }
                return loss;
            }

            /// <summary>Sets the gradients to 0; they stay where they are. <see cref="nn.Module.zero_grad"/> drops them.</summary>
            public abstract void zero_grad();

            public abstract void add_param_group(ParamGroup param_group);

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            protected virtual void Dispose(bool disposing)
            {
                if (!disposing) return;
                foreach (var group in Groups)
                {
                    foreach (var (_, state) in group.Slots) (state as IDisposable)?.Dispose();
                }
            }

            /// <summary>One step of one parameter.</summary>
            private protected abstract void Update(Parameter parameter, Tensor gradient, OptimizerState state, OptimizerOptions options);

            /// <summary>What an optimizer has stored: the options of each group, and the state of each parameter in order.</summary>
            public class StateDictionary
            {
                internal StateDictionary()
                {
                }

                public List<OptimizerOptions> Options { get; } = [];

                public List<OptimizerState> State { get; } = [];
            }
        }
    }
}
