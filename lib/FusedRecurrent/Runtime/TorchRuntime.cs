using System.Runtime.InteropServices;
using FusedRecurrent.Runtime;

namespace FusedRecurrent;

/// <summary>
/// Sees to it that libtorch loads. TorchSharp's package for Linux asks for a newer libstdc++ than Debian 12 and Ubuntu 22.04 have, though
/// nothing in it uses what is newer: there a copy without that demand is loaded. The package's own file stays as it is.
/// </summary>
/// <remarks>
/// Loading takes a few tenths of a second, so it waits until something uses TorchSharp: <see cref="LoadWithTorchSharp"/> is called when
/// this library is initialised and loads at the moment when the TorchSharp assembly comes in, which is before its first tensor; other
/// threads that want TorchSharp wait until then. Whoever uses TorchSharp before anything of this library calls <see cref="Load"/> or
/// <see cref="LoadWithTorchSharp"/> first.
/// </remarks>
public static class TorchRuntime
{
    private static readonly Lock Gate = new();
    private static readonly List<Action> Pending = [];
    private static TorchRuntimeStatus? _status;
    private static TorchRuntimeException? _failure;
    private static bool _waiting;

    /// <summary>What was done; null as long as nothing has been loaded.</summary>
    public static TorchRuntimeStatus? Status
    {
        get
        {
            lock (Gate) return _status;
        }
    }

    /// <summary>
    /// Loads libtorch's native libraries, unless they are loaded already. May be called from any thread, any number of times.
    /// </summary>
    /// <returns>What was done.</returns>
    /// <exception cref="TorchRuntimeException">
    /// libtorch does not exist for this system, is too new for it, is missing or damaged.
    /// </exception>
    public static TorchRuntimeStatus Load()
    {
        List<Action> ready;
        TorchRuntimeStatus done;
        lock (Gate)
        {
            if (_status is not null) return _status;
            if (_failure is not null) throw new TorchRuntimeException(_failure.Message, _failure);
            try
            {
                done = _status = NativeLoader.Load(RuntimeInformation.RuntimeIdentifier, NativeFolders.OfThisProcess());
            }
            catch (TorchRuntimeException exception)
            {
                _failure = exception;
                throw;
            }
            ready = [.. Pending];
            Pending.Clear();
        }
        // Not under the lock: an action may wait for a thread that loads TorchSharp, which waits for the lock.
        foreach (var action in ready) action();
        return done;
    }

    /// <summary>
    /// Does something with TorchSharp as soon as libtorch is loaded, before the first tensor, or at once if it is: for settings such as
    /// the number of threads, which by themselves are no reason to load it.
    /// </summary>
    /// <param name="action">What to do. It is not done where libtorch cannot be loaded.</param>
    public static void WhenLoaded(Action action)
    {
        ArgumentNullException.ThrowIfNull(action);
        lock (Gate)
        {
            if (_status is null)
            {
                Pending.Add(action);
                return;
            }
        }
        action();
    }

    /// <summary>
    /// Loads libtorch as soon as the TorchSharp assembly is loaded, or now if it is. Where libtorch cannot be loaded, the reason is
    /// written to the error stream, since TorchSharp's own message that follows names another one.
    /// </summary>
    public static void LoadWithTorchSharp()
    {
        lock (Gate)
        {
            if (_waiting || _status is not null) return;
            _waiting = true;
            AppDomain.CurrentDomain.AssemblyLoad += (_, loaded) =>
            {
                if (loaded.LoadedAssembly.GetName().Name == "TorchSharp") LoadOrSay();
            };
        }
        if (AppDomain.CurrentDomain.GetAssemblies().Any(assembly => assembly.GetName().Name == "TorchSharp")) LoadOrSay();
    }

    private static void LoadOrSay()
    {
        try
        {
            Load();
        }
        catch (TorchRuntimeException exception)
        {
            Console.Error.WriteLine(exception.Message);
        }
    }
}
