using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public abstract partial class Module
        {
            /// <summary>Counts registrations in all modules, so that a cached list knows when it is out of date.</summary>
            private static int s_structure;

            private (string Name, Parameter Parameter)[] _namedParameters = [];
            private Parameter[] _allParameters = [];
            private int _cachedStructure = -1;

            /// <summary>The parameters of this module and, with <paramref name="recurse"/>, of those below; shared ones come once.</summary>
            public virtual IEnumerable<Parameter> parameters(bool recurse = true) => recurse ? CachedParameters() : Own();

            /// <summary>The parameters with their names: own ones first, then each child's as <c>child.name</c>.</summary>
            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
            {
                if (!recurse) return [.. _parameters.Select(p => (p.Key, p.Value))];
                CachedParameters();
                return _namedParameters;
            }

            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true, bool include_nonpersistent = true)
            {
                foreach (var (name, buffer) in _buffers)
                {
                    if (include_nonpersistent || buffer.Persistent) yield return (name, buffer.Tensor);
                }
                if (!recurse) yield break;
                foreach (var (childName, child) in _children)
                {
                    foreach (var (name, buffer) in child.named_buffers(true, include_nonpersistent)) yield return ($"{childName}.{name}", buffer);
                }
            }

            public virtual IEnumerable<Tensor> buffers(bool recurse = true, bool include_nonpersistent = true) =>
                named_buffers(recurse, include_nonpersistent).Select(b => b.buffer);

            public virtual IEnumerable<(string name, Module module)> named_children() => [.. _children.Select(c => (c.Key, c.Value))];

            public virtual IEnumerable<Module> children() => _children.Values;

            /// <summary>All modules below this one, each before its own children. This module is not among them.</summary>
            public virtual IEnumerable<(string name, Module module)> named_modules()
            {
                foreach (var (childName, child) in _children)
                {
                    yield return (childName, child);
                    foreach (var (name, module) in child.named_modules()) yield return ($"{childName}.{name}", module);
                }
            }

            public virtual IEnumerable<Module> modules() => named_modules().Select(m => m.module);

            /// <param name="target">A name with points, as <see cref="named_parameters"/> gives it.</param>
            /// <returns>Null when there is none of that name.</returns>
            public virtual Parameter? get_parameter(string target) => named_parameters().FirstOrDefault(p => p.name == target).parameter;

            public virtual Tensor? get_buffer(string target) => named_buffers().FirstOrDefault(b => b.name == target).buffer;

            public virtual bool has_parameter(string target) => get_parameter(target) is not null;

            public virtual bool has_buffer(string target) => get_buffer(target) is not null;

            /// <summary>
            /// The parameters as an array that is made anew only after a registration somewhere: training loops ask for it at every step.
            /// </summary>
            internal Parameter[] CachedParameters()
            {
                if (_cachedStructure == s_structure) return _allParameters;
                var found = new List<(string, Parameter)>();
                Collect("", found, new HashSet<object>(ReferenceEqualityComparer.Instance));
                _namedParameters = [.. found];
                _allParameters = [.. found.Select(f => f.Item2)];
                _cachedStructure = s_structure;
                return _allParameters;
            }

            private static void StructureChanged() => Interlocked.Increment(ref s_structure);

            private Parameter[] Own() => [.. _parameters.Values];

            private void Collect(string prefix, List<(string, Parameter)> found, HashSet<object> seen)
            {
                foreach (var (name, parameter) in _parameters)
                {
                    if (seen.Add(parameter)) found.Add((prefix + name, parameter));
                }
                foreach (var (name, child) in _children) child.Collect($"{prefix}{name}.", found, seen);
            }
        }
    }
}
