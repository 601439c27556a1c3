using System.Collections;
using System.Diagnostics.CodeAnalysis;
using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static ModuleDict<T> ModuleDict<T>(params (string, T)[] modules) where T : Module => Fill(new ModuleDict<T>(), modules);

            public static ModuleDict<Module> ModuleDict(params (string, Module)[] modules) => Fill(new ModuleDict<Module>(), modules);

            private static ModuleDict<T> Fill<T>(ModuleDict<T> target, (string, T)[] modules) where T : Module
            {
                foreach (var item in modules) target.Add(item);
                return target;
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Modules under names, in order. They are registered once the dictionary itself is, as a field of a module.</summary>
    public class ModuleDict<T> : nn.Module, IDictionary<string, T> where T : nn.Module
    {
        private readonly OrderedDictionary<string, T> _items = [];

        public ModuleDict() : base(nameof(ModuleDict<T>))
        {
        }

        public int Count => _items.Count;

        public bool IsReadOnly => false;

        public ICollection<string> Keys => _items.Keys;

        public ICollection<T> Values => _items.Values;

        public T this[string key]
        {
            get => _items[key];
            set => Change(() => _items[key] = value);
        }

        public IEnumerable<string> keys() => _items.Keys;

        public IEnumerable<T> values() => _items.Values;

        public IEnumerator<(string, T)> items() => GetEnumerator();

        public void Add((string, T) item) => Add(item.Item1, item.Item2);

        public void Add(string key, T value) => Change(() => _items.Add(key, value));

        public void Add(KeyValuePair<string, T> item) => Add(item.Key, item.Value);

        public bool Remove(string key)
        {
            var removed = false;
            Change(() => removed = _items.Remove(key));
            return removed;
        }

        public bool Remove(KeyValuePair<string, T> item) => Contains(item) && Remove(item.Key);

        public void Clear() => Change(_items.Clear);

        public void clear() => Clear();

        public bool ContainsKey(string key) => _items.ContainsKey(key);

        public bool Contains(KeyValuePair<string, T> item) => _items.TryGetValue(item.Key, out var value) && ReferenceEquals(value, item.Value);

        public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value) => _items.TryGetValue(key, out value);

        public void CopyTo(KeyValuePair<string, T>[] array, int arrayIndex) =>
            ((ICollection<KeyValuePair<string, T>>)_items).CopyTo(array, arrayIndex);

        public IEnumerator<(string, T)> GetEnumerator() => _items.Select(item => (item.Key, item.Value)).GetEnumerator();

        IEnumerator<KeyValuePair<string, T>> IEnumerable<KeyValuePair<string, T>>.GetEnumerator() => _items.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        protected override void RegisterComponents()
        {
            IsRegistered = true;
            ForgetChildren();
            foreach (var (name, module) in _items) register_module(name, module);
        }

        private void Change(Action change)
        {
            change();
            if (IsRegistered) RegisterComponents();
        }
    }
}
