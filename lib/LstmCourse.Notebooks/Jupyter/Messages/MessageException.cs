namespace LstmCourse.Notebooks.Jupyter.Messages;

/// <summary>A message is not to be trusted or not to be understood, and is dropped.</summary>
internal sealed class MessageException(string message) : Exception(message);
