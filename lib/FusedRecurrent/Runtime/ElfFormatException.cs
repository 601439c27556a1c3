namespace FusedRecurrent.Runtime;

/// <summary>A file is no library as Linux wants it, or damaged; the message says what is wrong and fits behind the file's name.</summary>
internal sealed class ElfFormatException(string message) : Exception(message);
