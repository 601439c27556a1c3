namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public abstract class Module<T, TResult>
            : HookableModule<Func<Module<T, TResult>, T, T>, Func<Module<T, TResult>, T, TResult, TResult>>, IModule<T, TResult>
        {
            protected Module(string name) : base(name)
            {
            }

            public abstract TResult forward(T input);

            /// <summary>Runs the hooks and <c>forward</c>.</summary>
            public TResult call(T input) => HasHooks ? CallWithHooks(input) : forward(input);

            private TResult CallWithHooks(T input)
            {
                foreach (var hook in Before.ToArray())
                {
                    if (hook is Action<Module> look) look(this);
                    else if (((Func<Module<T, TResult>, T, T>)hook)(this, input) is { } changed) input = changed;
                }

                var result = forward(input);
                foreach (var hook in After.ToArray())
                {
                    if (hook is Action<Module> look) look(this);
                    else if (((Func<Module<T, TResult>, T, TResult, TResult>)hook)(this, input, result) is { } changed) result = changed;
                }
                return result;
            }
        }

        public abstract class Module<T1, T2, TResult>
            : HookableModule<Func<Module<T1, T2, TResult>, T1, T2, (T1, T2)?>, Func<Module<T1, T2, TResult>, T1, T2, TResult, TResult>>, IModule<T1, T2, TResult>
        {
            protected Module(string name) : base(name)
            {
            }

            public abstract TResult forward(T1 input1, T2 input2);

            /// <summary>Runs the hooks and <c>forward</c>.</summary>
            public TResult call(T1 input1, T2 input2) => HasHooks ? CallWithHooks(input1, input2) : forward(input1, input2);

            private TResult CallWithHooks(T1 input1, T2 input2)
            {
                foreach (var hook in Before.ToArray())
                {
                    if (hook is Action<Module> look) look(this);
                    else if (((Func<Module<T1, T2, TResult>, T1, T2, (T1, T2)?>)hook)(this, input1, input2) is { } changed) (input1, input2) = changed;
                }

                var result = forward(input1, input2);
                foreach (var hook in After.ToArray())
                {
                    if (hook is Action<Module> look) look(this);
                    else if (((Func<Module<T1, T2, TResult>, T1, T2, TResult, TResult>)hook)(this, input1, input2, result) is { } changed) result = changed;
                }
                return result;
            }
        }

        public abstract class Module<T1, T2, T3, TResult>
            : HookableModule<Func<Module<T1, T2, T3, TResult>, T1, T2, T3, (T1, T2, T3)?>, Func<Module<T1, T2, T3, TResult>, T1, T2, T3, TResult, TResult>>, IModule<T1, T2, T3, TResult>
        {
            protected Module(string name) : base(name)
            {
            }

            public abstract TResult forward(T1 input1, T2 input2, T3 input3);

            /// <summary>Runs the hooks and <c>forward</c>.</summary>
            public TResult call(T1 input1, T2 input2, T3 input3) => HasHooks ? CallWithHooks(input1, input2, input3) : forward(input1, input2, input3);

            private TResult CallWithHooks(T1 input1, T2 input2, T3 input3)
            {
                foreach (var hook in Before.ToArray())
                {
                    if (hook is Action<Module> look) look(this);
                    else if (((Func<Module<T1, T2, T3, TResult>, T1, T2, T3, (T1, T2, T3)?>)hook)(this, input1, input2, input3) is { } changed) (input1, input2, input3) = changed;
                }

                var result = forward(input1, input2, input3);
                foreach (var hook in After.ToArray())
                {
                    if (hook is Action<Module> look) look(this);
                    else if (((Func<Module<T1, T2, T3, TResult>, T1, T2, T3, TResult, TResult>)hook)(this, input1, input2, input3, result) is { } changed) result = changed;
                }
                return result;
            }
        }

        public abstract class Module<T1, T2, T3, T4, TResult>
            : HookableModule<Func<Module<T1, T2, T3, T4, TResult>, T1, T2, T3, T4, (T1, T2, T3, T4)?>, Func<Module<T1, T2, T3, T4, TResult>, T1, T2, T3, T4, TResult, TResult>>, IModule<T1, T2, T3, T4, TResult>
        {
            protected Module(string name) : base(name)
            {
            }

            public abstract TResult forward(T1 input1, T2 input2, T3 input3, T4 input4);

            /// <summary>Runs the hooks and <c>forward</c>.</summary>
            public TResult call(T1 input1, T2 input2, T3 input3, T4 input4) => HasHooks ? CallWithHooks(input1, input2, input3, input4) : forward(input1, input2, input3, input4);

            private TResult CallWithHooks(T1 input1, T2 input2, T3 input3, T4 input4)
            {
                foreach (var hook in Before.ToArray())
                {
                    if (hook is Action<Module> look) look(this);
                    else if (((Func<Module<T1, T2, T3, T4, TResult>, T1, T2, T3, T4, (T1, T2, T3, T4)?>)hook)(this, input1, input2, input3, input4) is { } changed) (input1, input2, input3, input4) = changed;
                }

                var result = forward(input1, input2, input3, input4);
                foreach (var hook in After.ToArray())
                {
                    if (hook is Action<Module> look) look(this);
                    else if (((Func<Module<T1, T2, T3, T4, TResult>, T1, T2, T3, T4, TResult, TResult>)hook)(this, input1, input2, input3, input4, result) is { } changed) result = changed;
                }
                return result;
            }
        }

        public abstract class Module<T1, T2, T3, T4, T5, TResult>
            : HookableModule<Func<Module<T1, T2, T3, T4, T5, TResult>, T1, T2, T3, T4, T5, (T1, T2, T3, T4, T5)?>, Func<Module<T1, T2, T3, T4, T5, TResult>, T1, T2, T3, T4, T5, TResult, TResult>>, IModule<T1, T2, T3, T4, T5, TResult>
        {
            protected Module(string name) : base(name)
            {
            }

            public abstract TResult forward(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5);

            /// <summary>Runs the hooks and <c>forward</c>.</summary>
            public TResult call(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5) => HasHooks ? CallWithHooks(input1, input2, input3, input4, input5) : forward(input1, input2, input3, input4, input5);

            private TResult CallWithHooks(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5)
            {
                foreach (var hook in Before.ToArray())
                {
                    if (hook is Action<Module> look) look(this);
                    else if (((Func<Module<T1, T2, T3, T4, T5, TResult>, T1, T2, T3, T4, T5, (T1, T2, T3, T4, T5)?>)hook)(this, input1, input2, input3, input4, input5) is { } changed) (input1, input2, input3, input4, input5) = changed;
                }

                var result = forward(input1, input2, input3, input4, input5);
                foreach (var hook in After.ToArray())
                {
                    if (hook is Action<Module> look) look(this);
                    else if (((Func<Module<T1, T2, T3, T4, T5, TResult>, T1, T2, T3, T4, T5, TResult, TResult>)hook)(this, input1, input2, input3, input4, input5, result) is { } changed) result = changed;
                }
                return result;
            }
        }

        public abstract class Module<T1, T2, T3, T4, T5, T6, TResult>
            : HookableModule<Func<Module<T1, T2, T3, T4, T5, T6, TResult>, T1, T2, T3, T4, T5, T6, (T1, T2, T3, T4, T5, T6)?>, Func<Module<T1, T2, T3, T4, T5, T6, TResult>, T1, T2, T3, T4, T5, T6, TResult, TResult>>, IModule<T1, T2, T3, T4, T5, T6, TResult>
        {
            protected Module(string name) : base(name)
            {
            }

            public abstract TResult forward(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5, T6 input6);

            /// <summary>Runs the hooks and <c>forward</c>.</summary>
            public TResult call(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5, T6 input6) => HasHooks ? CallWithHooks(input1, input2, input3, input4, input5, input6) : forward(input1, input2, input3, input4, input5, input6);

            private TResult CallWithHooks(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5, T6 input6)
            {
                foreach (var hook in Before.ToArray())
                {
                    if (hook is Action<Module> look) look(this);
                    else if (((Func<Module<T1, T2, T3, T4, T5, T6, TResult>, T1, T2, T3, T4, T5, T6, (T1, T2, T3, T4, T5, T6)?>)hook)(this, input1, input2, input3, input4, input5, input6) is { } changed) (input1, input2, input3, input4, input5, input6) = changed;
                }

                var result = forward(input1, input2, input3, input4, input5, input6);
                foreach (var hook in After.ToArray())
                {
                    if (hook is Action<Module> look) look(this);
                    else if (((Func<Module<T1, T2, T3, T4, T5, T6, TResult>, T1, T2, T3, T4, T5, T6, TResult, TResult>)hook)(this, input1, input2, input3, input4, input5, input6, result) is { } changed) result = changed;
                }
                return result;
            }
        }
    }
}
