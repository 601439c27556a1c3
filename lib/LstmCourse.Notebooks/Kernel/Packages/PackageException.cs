namespace LstmCourse.Notebooks.Kernel.Packages;

/// <summary>A package that a cell asked for could not be had; the message says why.</summary>
internal sealed class PackageException(string message) : Exception(message);
