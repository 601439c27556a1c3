using System.CommandLine;
using LstmCourse.Cli.Commands;

var root = new RootCommand("LstmCourse: Long Short-Term Memory networks in C#, as notebooks.")
{
    KernelCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
