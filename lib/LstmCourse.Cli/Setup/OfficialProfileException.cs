namespace LstmCourse.Cli.Setup;

/// <summary>The official profile cannot be used on this machine.</summary>
/// <param name="message">Why, in one line without a full stop.</param>
internal sealed class OfficialProfileException(string message) : Exception(message);
