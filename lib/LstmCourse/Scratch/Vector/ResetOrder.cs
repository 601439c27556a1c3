namespace LstmCourse.Scratch.Vector;

/// <summary>Where a GRU's reset gate stands in the candidate. With single numbers it makes no difference, with vectors it does.</summary>
public enum ResetOrder
{
    /// <summary>
    /// Before the product with U, n = tanh(W x + U (r ⊙ h) + b): Cho et al., Learning Phrase Representations using RNN Encoder–Decoder,
    /// EMNLP 2014.
    /// </summary>
    BeforeProduct,

    /// <summary>
    /// After the product with U, n = tanh(W x + b + r ⊙ (U h + b′)), as PyTorch and cuDNN compute it: all products with h can then be made
    /// in one go. b′ is a bias of its own, since the gate acts on it too.
    /// </summary>
    AfterProduct,
}
