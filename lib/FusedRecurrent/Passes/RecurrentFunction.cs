using System.Numerics;
using static TorchSharp.torch;

namespace FusedRecurrent.Passes;

/// <summary>
/// A network's node in libtorch's graph. Arguments: a <see cref="Recording"/>, x, h₀, c₀, weights…; the forward pass has run before, since
/// an exception inside would leave half a node behind.
/// </summary>
/// <remarks>
/// No exception may leave <see cref="backward"/>: it would have to cross libtorch's frames, which ends the process. Arguments are checked
/// before anything is recorded; what can still go wrong is a second way back through a freed graph and weights that were changed in
/// between. Then the gradients returned are of a shape that libtorch refuses, so that the caller of backward() gets an exception.
/// </remarks>
#pragma warning disable CA1812 // made by its base class
internal sealed class RecurrentFunction<T> : autograd.MultiTensorFunction<RecurrentFunction<T>>
#pragma warning restore CA1812
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const string RecordingKey = "recording";

    /// <summary>
    /// The gradients that this thread's last backward pass returned. libtorch has taken them by the time that anything else runs here, but
    /// the wrappers cannot be disposed before they are returned.
    /// </summary>
    [ThreadStatic]
    private static List<Tensor?>? _returned;

    public override string Name => "FusedRecurrent";

    /// <summary>
    /// Records a forward pass that has run; the results are those of <paramref name="recording"/>, with a graph behind them.
    /// </summary>
    internal static (Tensor Output, Tensor Hidden, Tensor? Cell) Record(
        Recording recording, Tensor x, Tensor? h0, Tensor? c0, IReadOnlyList<Tensor> weights)
    {
        ReleaseReturned();
        using var scope = NewDisposeScope();
        var all = apply([recording, x, h0!, c0!, .. weights]);
        foreach (var result in all)
        {
            result.MoveToOuterDisposeScope();
        }

        // What is left belongs to the node: the shapes from which it makes gradients of zero for results that nobody used. Without them
        // it would wrap handles of nothing, which TorchSharp then counts as live tensors for ever.
        foreach (var shape in scope.DisposablesView)
        {
            scope.Detach(shape);
        }

        return (all[0], all[1], all.Count > 2 ? all[2] : null);
    }

    public override List<Tensor> forward(autograd.AutogradContext ctx, params object[] vars)
    {
        var recording = (Recording)vars[0];
        var (results, tape) = recording.Fresh!.Value;
        recording.Fresh = null;
        ctx.save_data(RecordingKey, recording);
        List<Tensor?> saved = [.. vars.Skip(1).Cast<Tensor?>(), .. tape.ToList()];
        ctx.save_for_backward(saved!);
        return results;
    }

    public override List<Tensor> backward(autograd.AutogradContext ctx, List<Tensor> grad_outputs)
    {
        ReleaseReturned();
        var recording = (Recording)ctx.get_data(RecordingKey);
        using var scope = NewDisposeScope();
        Tensor?[] gradients;
        try
        {
            gradients = Gradients(recording, ctx.get_saved_variables()!, grad_outputs);
        }
#pragma warning disable CA1031 // see the remarks
        catch (Exception e)
#pragma warning restore CA1031
        {
            Console.Error.WriteLine($"FusedRecurrent: no gradients: {e.Message.Split('\n')[0]}");
            gradients = Array.ConvertAll(recording.Needs, need => need ? zeros(Array.Empty<long>()) : null);
        }

        foreach (var slope in grad_outputs)
        {
            slope.Dispose();
        }

        List<Tensor?> returned = [null, .. gradients.Select(gradient => gradient?.DetachFromDisposeScope())];
        _returned = returned;
        return returned!;
    }

    private static Tensor?[] Gradients(Recording recording, List<Tensor?> saved, List<Tensor> slopes)
    {
        var shape = recording.Shape;
        int weightCount = shape.Passes * shape.ParametersPerPass;
        Tensor x = saved[0]!;
        Tensor? h0 = saved[1], c0 = saved[2];
        List<Tensor> weights = [.. saved.GetRange(3, weightCount).Select(weight => weight!)];
        var tape = Tape.FromList(shape, saved, 3 + weightCount);
        return is_grad_enabled()
            ? DoubleBackward.Run(recording, x, h0, c0, weights, tape, slopes)
            : NetworkBackward.Run<T>(
                shape, recording.Rows, recording.Needs, x, h0, c0, weights, tape,
                slopes[0], slopes[1], slopes.Count > 2 ? slopes[2] : null);
    }

    private static void ReleaseReturned()
    {
        foreach (var gradient in _returned ?? [])
        {
            gradient?.Dispose();
        }

        _returned = null;
    }
}
