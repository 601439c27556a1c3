using System.Numerics;

namespace FusedRecurrent.Kernels.Recurrent;

/// <summary>What <see cref="RecurrentLayer.Backward"/> was given.</summary>
internal sealed unsafe class BackwardArguments<T>(
    ForwardArguments<T> forward, LayerTape<T> tape, SequenceRows<T> dy, T* dhN, T* dcN, SequenceRows<T> dx, bool accumulateInput,
    LayerWeights<T> gradients, T* dh0, T* dc0)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    internal ForwardArguments<T> Forward => forward;

    internal LayerTape<T> Tape => tape;

    internal SequenceRows<T> OutputGradient => dy;

    internal T* LastHiddenGradient => dhN;

    internal T* LastCellGradient => dcN;

    internal SequenceRows<T> InputGradient => dx;

    internal bool AccumulateInput => accumulateInput;

    internal bool WantsInput => dx.Data != null;

    internal LayerWeights<T> Gradients => gradients;

    internal bool WantsWeights => gradients.InputHidden != null || gradients.HiddenHidden != null
        || gradients.InputBias != null || gradients.HiddenBias != null;

    internal T* InitialHiddenGradient => dh0;

    internal T* InitialCellGradient => dc0;
}
