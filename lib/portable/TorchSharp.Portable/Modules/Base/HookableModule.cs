namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module that calls functions of others before and after its own, whenever it is run by <c>call</c>.</summary>
        public abstract class HookableModule<TPreHook, TPostHook> : Module
            where TPreHook : Delegate
            where TPostHook : Delegate
        {
            private readonly OrderedDictionary<string, Delegate> _before = [];
            private readonly OrderedDictionary<string, Delegate> _after = [];
            private int _nextKey;

            protected HookableModule(string name) : base(name)
            {
            }

            private protected bool HasHooks => _before.Count + _after.Count > 0;

            /// <summary>The functions to call first, oldest first: <typeparamref name="TPreHook"/> or an action on the module.</summary>
            private protected IEnumerable<Delegate> Before => _before.Values;

            /// <summary>The functions to call last, oldest first: <typeparamref name="TPostHook"/> or an action on the module.</summary>
            private protected IEnumerable<Delegate> After => _after.Values;

            /// <summary>The function sees the input and the result, and gives the result to go on with.</summary>
            public HookRemover register_forward_hook(TPostHook hook) => Add(_after, hook);

            public HookRemover register_forward_hook(Action<Module> hook) => Add(_after, hook);

            /// <summary>The function sees the input and gives the input to go on with.</summary>
            public HookRemover register_forward_pre_hook(TPreHook hook) => Add(_before, hook);

            public HookRemover register_forward_pre_hook(Action<Module> hook) => Add(_before, hook);

            private HookRemover Add(OrderedDictionary<string, Delegate> hooks, Delegate hook)
            {
                ArgumentNullException.ThrowIfNull(hook);
                var key = $"hook {_nextKey++}";
                hooks.Add(key, hook);
                return new HookRemover(this, key);
            }

            /// <summary>Takes a hook away again.</summary>
            public class HookRemover
            {
                private readonly HookableModule<TPreHook, TPostHook> _module;
                private readonly string _key;

                internal HookRemover(HookableModule<TPreHook, TPostHook> module, string key) => (_module, _key) = (module, key);

                public void remove()
                {
                    if (!_module._before.Remove(_key)) _module._after.Remove(_key);
                }
            }
        }
    }
}
