using TorchSharp;

namespace LstmCourse.Tasks;

/// <summary>Sequences of a <see cref="TimingTask"/> and what they ask for.</summary>
/// <param name="Tokens">Token ids, (batch, time), Int64.</param>
/// <param name="Answers">
/// At each mark but the first the class of the gap before it, its length less 1; elsewhere <see cref="TimingTask.NotAsked"/>. Shape
/// (batch, time), Int64.
/// </param>
public readonly record struct TimingBatch(torch.Tensor Tokens, torch.Tensor Answers);
