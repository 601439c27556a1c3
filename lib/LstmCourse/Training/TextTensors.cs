using LstmCourse.Text;
using TorchSharp;

namespace LstmCourse.Training;

/// <summary>A batch of texts as tensors, padded to its longest text.</summary>
/// <param name="Tokens">Word ids, shape (batch, time), Int64.</param>
/// <param name="Lengths">The number of words of each text, shape (batch), Int64.</param>
/// <param name="Labels">The labels, shape (batch), Float32, as binary cross-entropy wants them.</param>
public sealed record TextTensors(torch.Tensor Tokens, torch.Tensor Lengths, torch.Tensor Labels)
{
    /// <summary>Makes the tensors of a batch; they belong to the open dispose scope.</summary>
    /// <param name="data">The texts.</param>
    /// <param name="indices">Which of them, in the order of the batch.</param>
    /// <param name="padding">The side that is filled; packing and masks expect the right one.</param>
    /// <param name="length">The number of time steps; null for the longest of the batch.</param>
    /// <param name="device">Where the words and labels are to live; null for the processor. The lengths stay on the processor, where packing wants them.</param>
    public static TextTensors Of(
        LabelledTexts data, IReadOnlyList<int> indices, Side padding = Side.Right, int? length = null, torch.Device? device = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(indices);
        var padded = Sequences.Pad(indices.Select(i => data.Texts[i]), length, padding, Truncation.Front);
        return new TextTensors(
            torch.tensor(padded.Ids, [padded.Count, padded.Length], device: device),
            torch.tensor(padded.Lengths),
            torch.tensor(indices.Select(i => (float)data.Labels[i]).ToArray(), device: device));
    }
}
