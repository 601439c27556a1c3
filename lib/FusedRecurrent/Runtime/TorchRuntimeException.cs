namespace FusedRecurrent;

/// <summary>libtorch cannot be loaded here. The message says in one line what was expected, what came, and what to do.</summary>
public sealed class TorchRuntimeException : Exception
{
    /// <summary>Makes the exception without a message of its own.</summary>
    public TorchRuntimeException() { }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What was expected, what came, and what to do, in one line.</param>
    public TorchRuntimeException(string message) : base(message) { }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What was expected, what came, and what to do, in one line.</param>
    /// <param name="innerException">What the system said.</param>
    public TorchRuntimeException(string message, Exception innerException) : base(message, innerException) { }
}
