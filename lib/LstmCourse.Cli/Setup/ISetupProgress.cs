namespace LstmCourse.Cli.Setup;

/// <summary>Is told how a set-up goes on.</summary>
internal interface ISetupProgress
{
    /// <summary>A step begins, which may take a while.</summary>
    void Begin(string step);

    /// <summary>How far the step is.</summary>
    void Report(string detail);
}
