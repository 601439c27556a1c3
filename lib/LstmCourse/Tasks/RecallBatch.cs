using TorchSharp;

namespace LstmCourse.Tasks;

/// <summary>Sequences of a <see cref="RecallTask"/> and what they ask for.</summary>
/// <param name="Tokens">Token ids, (batch, time), Int64.</param>
/// <param name="Answers">The symbol that was shown, (batch), Int64.</param>
public readonly record struct RecallBatch(torch.Tensor Tokens, torch.Tensor Answers);
