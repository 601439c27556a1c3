using System.Runtime.InteropServices;

namespace TorchSharp.Autograd;

/// <summary>One step of the way back: turns the gradients of an operation's outputs into those of its inputs. See README.md beside this file.</summary>
internal abstract class GradientNode
{
    private static long s_created;

    private readonly Edge[] _inputs;
    private Tensor?[] _saved = [];
    private bool _released;
    private Tensor? _gradient;
    private Tensor?[]? _gradients;
    private List<GradientSlot>? _retained;

    protected GradientNode(params ReadOnlySpan<Tensor?> inputs)
    {
        _inputs = new Edge[inputs.Length];
        for (var i = 0; i < inputs.Length; i++) _inputs[i] = Edge.Of(inputs[i]);
    }

    /// <summary>Nodes are made after those they lead to, so going backwards in this order meets every consumer before its source.</summary>
    internal long Order { get; } = Interlocked.Increment(ref s_created);

    internal ReadOnlySpan<Edge> Inputs => _inputs;

    internal int OutputCount { get; private set; } = 1;

    /// <summary>The pass has this node on its list.</summary>
    internal bool IsQueued { get; set; }

    /// <summary>The name by which messages call the operation.</summary>
    internal string Name => GetType().Name + "0";

    /// <summary>Puts the gradient of each input into <paramref name="inputs"/>, given those of the outputs.</summary>
    internal abstract void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs);

    /// <summary>Makes this the node that computed <paramref name="output"/>.</summary>
    internal GradientNode Attach(Tensor output, int index = 0)
    {
        OutputCount = Math.Max(OutputCount, index + 1);
        output.SetNode(this, index);
        foreach (var saved in _saved)
        {
            // A node that kept its own output kept it before it was in the graph; second derivatives need it there.
            if (saved is not null && saved.Node is null && ReferenceEquals(saved.Memory, output.Memory)) saved.SetNode(this, index);
        }
        return this;
    }

    /// <summary>A gradient of input <paramref name="index"/> is wanted.</summary>
    protected bool Needs(int index) => _inputs[index].Node is { } node && (node is not AccumulateGradient leaf || leaf.Wanted);

    /// <summary>Keeps tensors for <see cref="Backward"/>; call it once.</summary>
    protected void Save(params ReadOnlySpan<Tensor?> tensors)
    {
        _saved = new Tensor?[tensors.Length];
        using (EngineWork.Begin())
        {
            for (var i = 0; i < tensors.Length; i++) _saved[i] = tensors[i]?.ShareForSaving();
        }
    }

    /// <summary>A tensor kept by <see cref="Save"/>, as it was then.</summary>
    protected Tensor Saved(int index)
    {
        ThrowIfReleased();
        var saved = _saved[index]!;
        if (saved.Memory.Version != saved.SavedVersion) throw ChangedInPlace(saved);
        return saved;
    }

    protected bool HasSaved(int index) => _saved[index] is not null;

    protected void ThrowIfReleased()
    {
        if (!_released) return;
        throw TorchError.Of(
            "Trying to backward through the graph a second time (or directly access saved tensors after they have already been freed). "
            + "Saved intermediate values of the graph are freed when you call .backward() or autograd.grad(). Specify retain_graph=True "
            + "if you need to backward through the graph a second time or if you need to access saved tensors after calling backward.");
    }

    /// <summary>Frees what the node saved; using it again is an error from here on.</summary>
    internal void Release()
    {
        if (_saved.Length > 0) _released = true;
        foreach (var saved in _saved) saved?.Dispose();
        _saved = [];
        OnRelease();
    }

    /// <summary>Frees what a node keeps besides saved tensors.</summary>
    protected virtual void OnRelease()
    {
    }

    /// <summary>Adds a gradient that arrived for an output. The node takes the tensor over.</summary>
    internal void Receive(int output, Tensor gradient)
    {
        if (OutputCount > 1 && _gradients is null) _gradients = new Tensor?[OutputCount];
        ref var held = ref OutputCount == 1 ? ref _gradient : ref _gradients![output];
        held = held is null ? gradient : GradientSum.Add(held, gradient);
    }

    /// <summary>Hands over the gradients that arrived.</summary>
    internal ReadOnlySpan<Tensor?> TakeGradients(ref Tensor? single)
    {
        single = _gradient;
        var all = _gradients;
        _gradient = null;
        _gradients = null;
        for (var i = 0; i < _retained?.Count; i++)
        {
            var slot = _retained[i];
            if ((all is null ? single : all[slot.Output]) is { } gradient) slot.Set(gradient);
        }
        return all ?? new ReadOnlySpan<Tensor?>(ref single);
    }

    /// <summary>Asks for the gradient of an output to be kept where a leaf would keep it.</summary>
    internal void Retain(int output)
    {
        if (Retained(output) is null) (_retained ??= []).Add(new GradientSlot(output));
    }

    /// <summary>Where the gradient of an output is kept; null unless <see cref="Retain"/> asked for it.</summary>
    internal GradientSlot? Retained(int output)
    {
        for (var i = 0; i < _retained?.Count; i++)
        {
            if (_retained[i].Output == output) return _retained[i];
        }
        return null;
    }

    private static ExternalException ChangedInPlace(Tensor saved) => TorchError.Of(
        "one of the variables needed for gradient computation has been modified by an inplace operation: "
        + $"[torch.{Dtype.TorchName(saved.dtype)}Tensor {saved.Layout.Describe()}]"
        + (saved.Node is null or AccumulateGradient ? "" : $", which is output {saved.OutputIndex} of {saved.Node.Name},")
        + $" is at version {saved.Memory.Version}; expected version {saved.SavedVersion} instead. Hint: the backtrace further above shows the "
        + "operation that failed to compute its gradient. The variable in question was changed in there or anywhere later. Good luck!");
}
