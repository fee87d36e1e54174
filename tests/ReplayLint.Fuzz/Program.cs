using System.Diagnostics;
using System.Globalization;
using ReplayLint.Fuzz;

// Without a target every one gets its share; with a number or a file, one input is given again; with a folder, its files are analysed as they are.
var options = new Dictionary<string, string>(StringComparer.Ordinal);
for (var i = 0; i + 1 < args.Length; i += 2)
    options[args[i]] = args[i + 1];

if (options.TryGetValue("--folder", out var folder))
{
    FolderRun.Run(Path.GetFullPath(folder));
    return 0;
}

var seed = NumberOf("--seed", 1);
var texts = NumberOf("--inputs", 10_000);
var targets = options.TryGetValue("--target", out var name) ? [TargetList.Find(name)] : TargetList.All;
var shares = targets.Sum(static target => target.Share);
var run = new FuzzRun(seed)
{
    Starting = options.ContainsKey("--trace") ? static (target, number) => Console.Error.WriteLine($"{target.Name} {number}") : null,
    Failed = static failure => Console.WriteLine($"\n{failure}\n"),
};

Console.WriteLine("| target | texts | seconds |");
Console.WriteLine("| --- | --- | --- |");
var all = Stopwatch.StartNew();
foreach (var target in targets)
{
    var clock = Stopwatch.StartNew();
    if (options.TryGetValue("--file", out var file))
        run.Check(target, new FuzzInput(Path.GetFileName(file), File.ReadAllText(file)));
    else if (options.ContainsKey("--number"))
        run.Check(target, NumberOf("--number", 0));
    else
        run.Run(target, (int)((long)texts * target.Share / shares));

    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {target.Name} | {run.Texts[target.Name]:N0} | {clock.Elapsed.TotalSeconds:N0} |"));
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| all | {run.Texts.Values.Sum(static count => (long)count):N0} | {all.Elapsed.TotalSeconds:N0} |"));
return run.Failures.Count == 0 ? 0 : 1;

int NumberOf(string option, int otherwise) => options.TryGetValue(option, out var value) ? int.Parse(value, CultureInfo.InvariantCulture) : otherwise;
