namespace LstmCourse.Notebooks.Jupyter.Zmtp;

/// <summary>The peer broke the protocol or a limit; its connection is closed and nobody else notices.</summary>
internal sealed class ZmtpException(string message) : IOException(message);
