using System.Reflection;
using TorchSharp.Modules;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public abstract partial class Module
        {
            private readonly OrderedDictionary<string, Parameter> _parameters = [];
            private readonly OrderedDictionary<string, (Tensor Tensor, bool Persistent)> _buffers = [];
            private readonly OrderedDictionary<string, Module> _children = [];
            private bool _registered;

            /// <summary>
            /// Registers the fields of this object that hold modules, parameters and tensors (as buffers) under the fields' names.
            /// Collections are not looked into: use <see cref="ModuleList{T}"/> or <see cref="ModuleDict{T}"/>.
            /// </summary>
            protected virtual void RegisterComponents()
            {
                if (_registered) return;
                _registered = true;
                foreach (var field in GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
                {
                    var component = field.GetCustomAttribute<ComponentNameAttribute>()?.Name ?? field.Name;
                    switch (field.GetValue(this))
                    {
                        case Module module: register_module(component, module); break;
                        case Parameter parameter: register_parameter(component, parameter); break;
                        case Tensor tensor: register_buffer(component, tensor); break;
                    }
                }
            }

            /// <exception cref="ArgumentException">The name has a point, or belongs to another module already.</exception>
            public virtual void register_module(string name, Module submodule)
            {
                CheckName(name, "module");
                if (submodule is null)
                {
                    if (_children.Remove(name)) StructureChanged();
                    return;
                }
                if (_children.TryGetValue(name, out var present))
                {
                    if (ReferenceEquals(present, submodule)) return;
                    throw new ArgumentException($"Sub-module {name} is already registered.", nameof(name));
                }
                submodule.RegisterComponents();
                _children.Add(name, submodule);
                StructureChanged();
            }

            public void add_module(string name, Module module) => register_module(name, module);

            /// <exception cref="ArgumentException">The name has a point, or belongs to another parameter already.</exception>
            public virtual void register_parameter(string name, Parameter param)
            {
                CheckName(name, "parameter");
                if (param is null)
                {
                    if (_parameters.Remove(name)) StructureChanged();
                    return;
                }
                if (_parameters.TryGetValue(name, out var present))
                {
                    if (ReferenceEquals(present, param)) return;
                    throw new ArgumentException($"Parameter {name} is already registered.", nameof(name));
                }
                param.DetachFromDisposeScope();
                _parameters.Add(name, param);
                StructureChanged();
            }

            /// <param name="name">The name in <see cref="state_dict"/>.</param>
            /// <param name="tensor">A tensor that belongs to the model but is not trained.</param>
            /// <param name="persistent">Whether the buffer is saved with the model.</param>
            /// <exception cref="ArgumentException">The name has a point, or belongs to another buffer already.</exception>
            public virtual void register_buffer(string name, Tensor tensor, bool persistent = true)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                CheckName(name, "buffer");
                if (_buffers.TryGetValue(name, out var present))
                {
                    if (ReferenceEquals(present.Tensor, tensor)) return;
                    throw new ArgumentException($"Tensor {name} is already registered.", nameof(name));
                }
                tensor.DetachFromDisposeScope();
                _buffers.Add(name, (tensor, persistent));
                StructureChanged();
            }

            /// <summary>Puts a parameter in the place of the one of this name; null takes it away.</summary>
            private protected void ReplaceParameter(string name, Parameter? parameter)
            {
                if (parameter is null)
                {
                    _parameters.Remove(name);
                }
                else
                {
                    parameter.DetachFromDisposeScope();
                    _parameters[name] = parameter;
                }
                StructureChanged();
            }

            /// <summary>Forgets the child modules, so that a container can number its own anew.</summary>
            private protected void ForgetChildren()
            {
                _children.Clear();
                StructureChanged();
            }

            private protected bool IsRegistered
            {
                get => _registered;
                set => _registered = value;
            }

            private static void CheckName(string name, string kind)
            {
                ArgumentException.ThrowIfNullOrEmpty(name);
                if (name.Contains('.', StringComparison.Ordinal)) throw new ArgumentException($"{kind} name can't contain \".\", got: {name}", nameof(name));
            }
        }
    }
}
