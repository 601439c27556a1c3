using static TorchSharp.torch;

namespace LstmCourse.Models;

/// <summary>What a text classifier says about a batch.</summary>
/// <param name="Logits">The score of label 1 before the sigmoid, shape (batch).</param>
/// <param name="Features">What the score was computed from, shape (batch, feature).</param>
public sealed record ClassifierOutput(Tensor Logits, Tensor Features);
