using System.CommandLine;

var root = new RootCommand("LstmCourse: Long Short-Term Memory networks in C#, as notebooks.");
return await root.Parse(args).InvokeAsync();
